package io.pelleh.rules.reading;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.text.Script;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.lang.ExpanderException;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultExpander;

/** Rules in sentences, put into DRL by the dictionary they name. */
final class Sentences {

    private static final Pattern EXPANDER = Pattern.compile("(?m)^\\s*expander\\s+([\\w.-]+?)(\\.dsl)?\\s*;?\\s*$");

    private Sentences() {}

    /** Path of the dictionary, beside the sentences. */
    static String dictionary(RuleFile file) {
        Matcher named = EXPANDER.matcher(file.text());
        if (!named.find()) {
            throw new Wrong("the file names no dictionary", "begin with: expander english");
        }
        return file.path().substring(0, file.path().lastIndexOf('/') + 1) + named.group(1) + ".dsl";
    }

    static Drl drl(RuleFile file, RuleFile dictionary) {
        DSLTokenizedMappingFile mapping = new DSLTokenizedMappingFile();
        try {
            if (!mapping.parseAndLoad(new StringReader(Script.normal(dictionary.text())))) {
                throw new Wrong(dictionary.path() + " cannot be read: " + mapping.getErrors(), "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DefaultExpander expander = new DefaultExpander();
        expander.addDSLMapping(mapping.getMapping());
        String text = Script.normal(file.text());
        String drl = expander.expand(EXPANDER.matcher(text).replaceAll(""));
        for (Object error : expander.getErrors()) {
            ExpanderException first = (ExpanderException) error;
            throw new Wrong(first.getMessage(), "no sentence of " + dictionary.path() + " fits that line");
        }
        return Drl.own(file, drl);
    }
}
