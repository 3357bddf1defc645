package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a cell of a table on its own, to find out whether it is the one that is wrong in a row that cannot be read. */
final class CellTrial {

    private static final Pattern OPERATOR = Pattern.compile(".*([=<>]|\\bcontains|\\bin)\\s*$");

    private final ZoneId zone;
    private final Vocabulary vocabulary;

    CellTrial(ZoneId zone, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    Optional<Wrong> wrong(Layout.Slot slot) {
        return Optional.ofNullable(tried(slot, slot.cell()));
    }

    /** Whether no value at all would do: then what stands above the cell is wrong. */
    boolean hopeless(Layout.Slot slot) {
        if (slot.kind() != ColumnKind.CONDITION && slot.kind() != ColumnKind.ACTION) {
            return false;
        }
        for (String value :
                List.of("1", "a", "true", "\"a\"", "LOYAL", "a,1,2030-01-01", "\"a\",1,1", "1,1", "bronze")) {
            Wrong wrong = tried(slot, value);
            if (wrong == null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Wrong tried(Layout.Slot slot, String cell) {
        try {
            switch (slot.kind()) {
                case CONDITION -> condition(slot, cell);
                case ACTION -> action(slot, cell);
                case PRIORITY -> Comparison.number(cell.startsWith("-") ? cell.substring(1) : cell);
                case EFFECTIVE, EXPIRES -> Validity.day(cell);
                case NAME, DESCRIPTION, METADATA, NONE, UNKNOWN -> {}
            }
            return null;
        } catch (Wrong wrong) {
            return wrong;
        }
    }

    private void condition(Layout.Slot slot, String cell) {
        String type = slot.object()
                .substring(slot.object().lastIndexOf(':') + 1)
                .replace("...", "")
                .strip();
        if (type.isEmpty() || slot.code().startsWith("forall")) {
            return;
        }
        Subject subject =
                Subject.of(type).orElseThrow(() -> new Wrong(type + " is not a fact", "use Customer, Basket or Item"));
        String code = slot.code();
        String text;
        if (code.contains("$")) {
            text = filled(code, cell);
        } else {
            text = code + (OPERATOR.matcher(code).matches() ? " \"" : " == \"") + cell + '"';
        }
        FormulaParser.parse(vocabulary, subject, Script.normal(text));
    }

    private void action(Layout.Slot slot, String cell) {
        List<Wrong> wrongs = new ArrayList<>();
        AskParser.parse(zone, Script.normal(filled(slot.code(), cell)), wrongs);
        if (!wrongs.isEmpty()) {
            throw wrongs.getFirst();
        }
    }

    private static String filled(String code, String cell) {
        String text = code.replace("$param", cell);
        String[] pieces = cell.split(",", -1);
        for (int i = pieces.length; i > 0; i--) {
            text = text.replaceAll("\\$" + i + "(?![0-9])", Matcher.quoteReplacement(pieces[i - 1].strip()));
        }
        return text;
    }
}
