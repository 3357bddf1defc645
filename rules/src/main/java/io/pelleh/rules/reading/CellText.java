package io.pelleh.rules.reading;

import io.pelleh.rules.reading.Token.Kind;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees to it that the cell of a table is a value where its column wants one, and never a piece of a rule. */
final class CellText {

    private static final int MAX = 1_000;
    private static final int MAX_NAME = 120;
    private static final Pattern HOLE = Pattern.compile("\\$(param\\b|[1-9][0-9]?\\b)");
    private static final Pattern NOTE = Pattern.compile("[^()@;{}\"'=]*");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", ".");

    private CellText() {}

    /** What is wrong with a cell of the rows that say what a column means, or empty. */
    static String code(String cell) {
        if (cell.length() > MAX) {
            return "a cell has no more than " + MAX + " characters";
        }
        return HiddenCharacters.reason(cell.replaceAll("\\s", " "));
    }

    static Optional<Wrong> escapes(Layout.Slot slot) {
        String reason = reason(slot);
        return reason.isEmpty() ? Optional.empty() : Optional.of(new Wrong(reason, "write a plain value"));
    }

    private static String reason(Layout.Slot slot) {
        String cell = slot.cell();
        String hidden = code(cell);
        if (!hidden.isEmpty()) {
            return hidden;
        }
        return switch (slot.kind()) {
            case NAME ->
                cell.contains("\"") || cell.length() > MAX_NAME
                        ? "a name has at most " + MAX_NAME + " characters and no double quote"
                        : "";
            case DESCRIPTION ->
                cell.contains("*/") || cell.contains("/*") ? "a description holds no comment signs" : "";
            case METADATA -> NOTE.matcher(cell).matches() ? "" : "a note holds no brackets, quotes or signs";
            case CONDITION, ACTION -> filled(slot);
            case PRIORITY, EFFECTIVE, EXPIRES, NONE, UNKNOWN ->
                cell.contains("\"") || cell.contains(";") ? "the cell breaks out of its column" : "";
        };
    }

    private static String filled(Layout.Slot slot) {
        if (HOLE.matcher(slot.cell()).find()) {
            return "a cell holds a value, not " + slot.cell();
        }
        Matcher hole = HOLE.matcher(slot.code());
        if (!hole.find()) {
            return slot.code().startsWith("forall") ? bare(slot, slot.cell()) : quoted(slot.cell(), '"');
        }
        List<String> pieces = hole.group(1).equals("param")
                ? List.of(slot.cell())
                : List.of(slot.cell().split(",", -1));
        do {
            int number = hole.group(1).equals("param") ? 0 : Integer.parseInt(hole.group(1)) - 1;
            String piece = number < pieces.size() ? pieces.get(number).strip() : "";
            char quote = quote(slot.code(), hole.start());
            String reason = quote == ' ' ? bare(slot, piece) : quoted(piece, quote);
            if (!reason.isEmpty()) {
                return reason;
            }
        } while (hole.find());
        return "";
    }

    /** The quote that is open at a place, or a space. */
    private static char quote(String code, int place) {
        char open = ' ';
        for (int i = 0; i < place; i++) {
            char c = code.charAt(i);
            if (open == ' ' && (c == '"' || c == '\'')) {
                open = c;
            } else if (c == open) {
                open = ' ';
            }
        }
        return open;
    }

    private static String quoted(String piece, char quote) {
        return piece.indexOf(quote) >= 0 || piece.indexOf('"') >= 0 ? "the cell breaks out of its quotes" : "";
    }

    /** Outside of quotes stand constants, lists of them, or arithmetic on attributes. */
    private static String bare(Layout.Slot slot, String piece) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(Script.normal(piece));
        } catch (Wrong wrong) {
            return wrong.reason();
        }
        boolean whole = slot.code().strip().equals("$param");
        boolean list = false;
        boolean names = false;
        for (Token token : tokens) {
            if (token.kind() == Kind.SYMBOL && !token.is(",") && !ARITHMETIC.contains(token.text()) && !whole) {
                return "\"" + token.text() + "\" may not stand in a cell, which holds a value";
            }
            list |= token.is(",");
            names |= token.kind() == Kind.NAME && !token.is("true") && !token.is("false");
        }
        boolean mixed = list && names && slot.kind() == ColumnKind.CONDITION;
        return (mixed && !whole) || piece.contains("effects") ? "the cell holds more than values" : "";
    }
}
