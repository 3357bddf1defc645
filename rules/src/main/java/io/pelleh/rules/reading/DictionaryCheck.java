package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.reading.Token.Kind;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at every line of a dictionary by itself, so that a sentence means what it may and nothing is hidden in one. */
final class DictionaryCheck {

    private static final int MAX_ENTRIES = 400;
    private static final int MAX_LINE = 400;
    private static final int MAX_HOLES = 8;
    private static final Pattern ENTRY = Pattern.compile(
            "\\[(when|then|condition|consequence|keyword|\\*)](\\[[\\w$.]*])?([^=]+)=(.*)", Pattern.DOTALL);
    private static final Pattern HOLE = Pattern.compile("\\{([\\p{L}\\p{N}_]+)}");
    private static final Pattern REGULAR = Pattern.compile("[\\[\\]\\\\*+?|^$(){}]");
    private static final Pattern CALLS = Pattern.compile("(effects \\. \\p{L}+ \\( [^()]*\\) (; )*)+ *");
    private static final Set<String> KEYWORDS = Set.of(
            "rule",
            "when",
            "then",
            "end",
            "and",
            "or",
            "not",
            "exists",
            "salience",
            "date-effective",
            "date-expires",
            "@campaign",
            "@lane",
            "@limit",
            "@limitPerCustomer",
            "in",
            "contains");
    private static final Set<String> LINKS = Set.of(
            "not", "exists", "and", "or", "in", "contains", "true", "false", "Customer", "Basket", "Item", "Bought");

    private final RuleFile file;
    private final ZoneId zone;
    private final Problems problems;
    private final Set<String> words = new HashSet<>(LINKS);

    DictionaryCheck(RuleFile file, ZoneId zone, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.zone = zone;
        this.problems = problems;
        vocabulary
                .all()
                .forEach(attribute -> words.addAll(List.of(attribute.path().split("\\."))));
    }

    void check() {
        String[] lines = Script.normal(file.text()).split("\r?\n", -1);
        if (lines.length > MAX_ENTRIES) {
            problems.add(file, "a dictionary has no more than " + MAX_ENTRIES + " lines", "split it");
            return;
        }
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && (!line.startsWith("#") || line.startsWith("#/"))) {
                look(line, i + 1);
            }
        }
    }

    private void look(String line, int number) {
        try {
            entry(line);
        } catch (Wrong wrong) {
            Problem.Place place = new Problem.Place(number, "");
            problems.add(new Problem(file.path(), place, "", wrong.reason(), wrong.hint()));
        }
    }

    private void entry(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (line.length() > MAX_LINE || !entry.matches()) {
            throw new Wrong("this is no line of a dictionary", "write [when]sentence=meaning or [then]sentence=effect");
        }
        String sentence = HOLE.matcher(entry.group(3)).replaceAll("");
        if (REGULAR.matcher(sentence).find()
                || HOLE.matcher(entry.group(3)).results().count() > MAX_HOLES) {
            throw new Wrong("a sentence has words and {names} only, no patterns", "leave out [ ] ( ) * + ? | ^ $");
        }
        String meaning = entry.group(4).strip();
        switch (entry.group(1)) {
            case "keyword" -> keyword(meaning);
            case "then", "consequence" -> effect(meaning);
            default -> condition(meaning);
        }
    }

    private static void keyword(String meaning) {
        if (!KEYWORDS.contains(meaning)) {
            throw new Wrong("\"" + meaning + "\" is not a keyword of rules", "known are " + KEYWORDS);
        }
    }

    /** Nothing but calls of effects that exist, with values in the brackets; what fits is seen where it is used. */
    private void effect(String meaning) {
        String text = HOLE.matcher(meaning).replaceAll("1");
        StringBuilder words = new StringBuilder();
        Lexer.tokens(text).forEach(token -> words.append(token.text()).append(' '));
        if (!CALLS.matcher(words).matches()) {
            throw new Wrong("only effects.<verb>(…) may follow", "for example effects.percentOff({p});");
        }
        List<Wrong> wrongs = new ArrayList<>();
        AskParser.parse(zone, text, wrongs);
        wrongs.stream()
                .filter(wrong -> wrong.reason().contains("does not exist"))
                .findFirst()
                .ifPresent(wrong -> {
                    throw wrong;
                });
    }

    private void condition(String meaning) {
        for (Token token : Lexer.tokens(HOLE.matcher(meaning).replaceAll("1"))) {
            boolean named = token.text().startsWith("$");
            if (token.kind() == Kind.NAME && !named && !words.contains(token.text())) {
                throw new Wrong("\"" + token.text() + "\" is not in the vocabulary", "use facts and their attributes");
            }
            if (token.is(";")) {
                throw new Wrong("\";\" may not stand in a condition", "");
            }
        }
    }
}
