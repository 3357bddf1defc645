package io.pelleh.rules.reading;

import io.pelleh.rules.text.Wrong;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Lets Drools parse a text; a rule that it cannot parse is told and left out, so that the others are looked at too. */
final class DrlTree {

    private static final int MAX_TRIES = 12;
    private static final Pattern BEGIN =
            Pattern.compile("^\\s*(rule|query|function|declare|import|global|package|unit)\\b.*", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("(^|.*[\\s;)}])end\\s*;?\\s*(//.*)?$", Pattern.DOTALL);

    private final Drl drl;
    private final Problems problems;

    DrlTree(Drl drl, Problems problems) {
        this.drl = drl;
        this.problems = problems;
    }

    /** The rules that can be parsed, or null when there is no way to tell them from the rest. */
    @Nullable
    PackageDescr read() {
        List<Wrong> wrongs = new Glance(drl.text()).wrongs();
        wrongs.forEach(wrong -> drl.problems(wrong.line(0), "", wrong).forEach(problems::add));
        if (!wrongs.isEmpty()) {
            return null;
        }
        String text = drl.text();
        for (int i = 0; i < MAX_TRIES; i++) {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr tree = parse(parser, text);
            if (!parser.hasErrors()) {
                return tree;
            }
            int line = tell(parser.getErrors());
            String rest = without(text, line);
            if (rest.equals(text)) {
                return null;
            }
            text = rest;
        }
        return null;
    }

    private @Nullable PackageDescr parse(DrlParser parser, String text) {
        try {
            return parser.parse(false, text);
        } catch (DroolsParserException e) {
            problems.add(drl.file(), String.valueOf(e.getMessage()), "");
            return null;
        }
    }

    private int tell(List<DroolsError> errors) {
        DroolsError error = errors.getFirst();
        int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
        String hint = "write: rule \"name\" when … then … end";
        problems.add(new Problem(drl.file().path(), drl.place(line), "", error.getMessage(), hint));
        return line;
    }

    /** The text with the rule around a line left blank. */
    private static String without(String text, int line) {
        String[] lines = text.split("\n", -1);
        if (line < 1 || line > lines.length) {
            return text;
        }
        int begin = line - 1;
        while (begin > 0 && !BEGIN.matcher(lines[begin]).matches()) {
            begin--;
        }
        int end = begin;
        while (end < lines.length - 1 && !END.matcher(lines[end]).matches()) {
            end++;
        }
        Arrays.fill(lines, begin, end + 1, "");
        return String.join("\n", lines);
    }
}
