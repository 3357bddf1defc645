package io.pelleh.rules.reading;

import io.pelleh.rules.reading.Token.Kind;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts text into tokens; whatever it does not know is wrong. */
final class Lexer {

    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SINGLES = "()<>!,:;.+-*/";

    private static final int MAX_TOKENS = 4_000;

    private final String text;
    private int at;
    private int line;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        while (lexer.more()) {
            if (tokens.size() > MAX_TOKENS) {
                throw new Wrong("a part of a rule has more than " + MAX_TOKENS + " words", "use several rules or rows");
            }
            tokens.add(lexer.next());
        }
        tokens.add(new Token(Kind.END, "", lexer.line));
        return tokens;
    }

    private boolean more() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || comment())) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        return at < text.length();
    }

    /** Goes to the last character of a comment that begins here. */
    private boolean comment() {
        boolean block = text.startsWith("/*", at);
        if (!block && !text.startsWith("//", at)) {
            return false;
        }
        int close = text.indexOf(block ? "*/" : "\n", at + 2);
        if (close < 0 && block) {
            throw new Wrong("a comment is not closed", "", line);
        }
        int end = close < 0 ? text.length() - 1 : close + (block ? 1 : 0);
        line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end;
        return true;
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c >= '0' && c <= '9') {
            return run(Kind.NUMBER);
        }
        return c == '$' || Character.isLetter(c) ? run(Kind.NAME) : symbol();
    }

    private Token string(char quote) {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                return new Token(Kind.STRING, value.toString(), line);
            }
            if (c == '"' || c == '\\' || Character.isISOControl(c)) {
                String shown = c == '\\' ? "a backslash" : c == '"' ? "a double quote" : "a line break";
                throw new Wrong(shown + " stands in a text", "leave it out", line);
            }
            value.append(c);
        }
        throw new Wrong("a text has no closing quote", "", line);
    }

    private Token run(Kind kind) {
        int start = at;
        while (at < text.length() && belongs(kind, text.charAt(at))) {
            at++;
        }
        return new Token(kind, text.substring(start, at).replace("_", kind == Kind.NUMBER ? "" : "_"), line);
    }

    private static boolean belongs(Kind kind, char c) {
        return kind == Kind.NUMBER
                ? (c >= '0' && c <= '9') || c == '_' || c == '.' || c == 'L'
                : c == '$' || c == '_' || Character.isLetterOrDigit(c);
    }

    private Token symbol() {
        if (at + 1 < text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            at += 2;
            return new Token(Kind.SYMBOL, text.substring(at - 2, at), line);
        }
        char c = text.charAt(at++);
        if (SINGLES.indexOf(c) < 0) {
            throw new Wrong("'" + c + "' may not stand here", "compare attributes with values, nothing else", line);
        }
        return new Token(Kind.SYMBOL, String.valueOf(c), line);
    }
}
