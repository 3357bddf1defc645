package io.pelleh.rules.sentence;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.guided.GuidedWriter;
import io.pelleh.rules.text.Flaw;
import io.pelleh.rules.text.PlacedText;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rules in sentences: those of the vocabulary, and those of the folder's own dictionary. */
public final class SentenceReader {

    private static final Pattern EXPANDER = Pattern.compile("\\s*expander\\s+([\\w.-]+?)(\\.dsl)?\\s*;?\\s*");
    private static final Pattern RULE = Pattern.compile("(?:rule|قانون)\\s+(\"[^\"]*\"|[^\"\\s]+)\\s*");
    private static final Map<String, String> KEYWORDS =
            Map.of("when", "when", "اگر", "when", "then", "then", "آنگاه", "then", "end", "end", "پایان", "end");

    private final GuidedWriter writer;
    private final List<Dictionary> dictionaries;
    private final OwnDictionary own;
    private @Nullable RuleDraft draft;

    private SentenceReader(Vocabulary vocabulary, List<Dictionary> dictionaries, OwnDictionary own) {
        this.writer = new GuidedWriter(vocabulary);
        this.dictionaries = dictionaries;
        this.own = own;
    }

    /** The name of the dictionary that a script begins with, if it names one. */
    public static Optional<String> dictionary(String script) {
        return script.lines()
                .map(EXPANDER::matcher)
                .filter(Matcher::matches)
                .map(named -> named.group(1))
                .findFirst();
    }

    /**
     * Reads a script.
     *
     * @param ownDictionary text of the folder's dictionary of the name that the script begins with, or null
     * @throws Wrong when that name is neither a file nor a generated dictionary
     */
    public static PlacedText drl(Vocabulary vocabulary, String script, @Nullable String ownDictionary) {
        String name = dictionary(script)
                .orElseThrow(() -> new Wrong("the file names no dictionary", "begin with: expander english"));
        Optional<Language> language = Language.named(name);
        if (language.isEmpty() && ownDictionary == null) {
            throw new Wrong("the dictionary " + name + ".dsl is missing", "or begin with: expander english");
        }
        List<Language> languages = language.map(List::of).orElse(List.of(Language.values()));
        OwnDictionary own = ownDictionary == null ? OwnDictionary.none() : OwnDictionary.of(ownDictionary);
        SentenceReader reader = new SentenceReader(
                vocabulary,
                languages.stream().map(l -> Dictionary.of(l, vocabulary)).toList(),
                own);
        reader.read(Script.normal(script));
        return reader.writer.written();
    }

    private void read(String script) {
        List<String> lines = new ArrayList<>(script.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            String text = own.keywords(lines.get(i)).strip();
            boolean silent = text.isEmpty() || text.startsWith("//") || text.startsWith("#");
            if (!silent && !EXPANDER.matcher(text).matches()) {
                read(new Line(text, i + 1));
            }
        }
        if (draft != null) {
            writer.flaw(new Flaw(draft.spot(), draft.name(), "the rule has no end", "write end or پایان below it"));
        }
    }

    private void read(Line line) {
        Matcher rule = RULE.matcher(line.text());
        String keyword = KEYWORDS.getOrDefault(line.text().toLowerCase(Locale.ROOT), "");
        RuleDraft open = draft;
        if (rule.matches()) {
            if (open != null) {
                writer.flaw(new Flaw(open.spot(), open.name(), "the rule has no end", "write end or پایان below it"));
            }
            draft = new RuleDraft(rule.group(1).replace("\"", ""), line, dictionaries, own);
        } else if (open == null) {
            writer.flaw(new Flaw(line.spot(), "", "a rule is expected", "write: rule \"its name\""));
        } else if (keyword.equals("end")) {
            open.finish(writer);
            draft = null;
        } else if (!keyword.isEmpty()) {
            open.turnTo(keyword);
        } else {
            open.add(line);
        }
    }
}
