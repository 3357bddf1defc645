package io.pelleh.rules.reading;

import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;

/** Goes once through a text before anybody parses it: how deep its brackets are, how long its lines, what its quotes hold. */
final class Glance {

    private static final int MAX_BRACKETS = 10;
    private static final int MAX_LINE = 4_000;
    private static final char NONE = ' ';

    private final String text;
    private char open = NONE;
    private int depth;
    private int line = 1;
    private int start;

    Glance(String text) {
        this.text = text;
    }

    /** What must not be parsed, with its line: one thing a line. */
    List<Wrong> wrongs() {
        List<Wrong> wrongs = new ArrayList<>();
        int told = 0;
        for (int i = 0; i < text.length(); i++) {
            String reason = look(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : NONE, i);
            if (!reason.isEmpty() && told != line) {
                wrongs.add(new Wrong(reason, "use several rules, and plain texts in double quotes", line));
                told = line;
                depth = 0;
            }
        }
        return wrongs;
    }

    private String look(char c, char next, int at) {
        if (c == '\n') {
            line++;
            start = at;
            open = open == '*' ? open : NONE;
        } else if (open == '*') {
            open = c == '/' && text.charAt(at - 1) == '*' ? NONE : open;
        } else if (open == NONE) {
            outside(c, next);
        } else if (open == '\'' && c == '"') {
            return "a double quote stands in a text";
        } else if (c == open) {
            open = NONE;
        }
        if (at - start > MAX_LINE) {
            return "a line is too long";
        }
        return depth > MAX_BRACKETS ? "brackets are nested too deep" : "";
    }

    private void outside(char c, char next) {
        switch (c) {
            case '"', '\'' -> open = c;
            case '/' -> open = next == '/' ? '/' : next == '*' ? '*' : open;
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth--;
            default -> {}
        }
        open = open == '/' ? '\0' : open;
    }
}
