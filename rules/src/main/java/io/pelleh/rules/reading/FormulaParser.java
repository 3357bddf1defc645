package io.pelleh.rules.reading;

import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.reading.Formula.Named;
import io.pelleh.rules.reading.Formula.Term;
import io.pelleh.rules.reading.Token.Kind;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads one constraint of a pattern; everything outside this small language is wrong, so nothing else is ever run. */
final class FormulaParser {

    private static final Set<String> SIGNS = Set.of("+", "-", "*", "/");
    private static final int MAX_DEPTH = 8;
    private static final int MAX_VALUES = 1_000;

    private final Vocabulary vocabulary;
    private final Subject subject;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private FormulaParser(Vocabulary vocabulary, Subject subject, List<Token> tokens) {
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.tokens = tokens;
    }

    /** @throws Wrong when it is not in the language of conditions */
    static Formula parse(Vocabulary vocabulary, Subject subject, String text) {
        FormulaParser parser = new FormulaParser(vocabulary, subject, Lexer.tokens(text));
        try {
            return parser.whole();
        } catch (Wrong wrong) {
            throw wrong.on(parser.tokens.get(Math.max(0, parser.at - 1)).line());
        }
    }

    private Formula whole() {
        Formula formula = named();
        if (peek().kind() != Kind.END) {
            throw new Wrong(
                    "\"" + peek().text() + "\" is not expected in a condition", "write: attribute operator value");
        }
        return formula;
    }

    private Formula named() {
        if (!peek().text().startsWith("$") || !tokens.get(at + 1).is(":")) {
            return either();
        }
        String name = take().text();
        take();
        int start = at;
        Term term = term();
        if (!(term instanceof Term.Of(var attribute))) {
            throw new Wrong(name + " must name an attribute", "");
        }
        Named binding = new Named(name, attribute);
        if (peek().kind() == Kind.END) {
            return binding;
        }
        at = start;
        return new Formula.All(List.of(binding, either()));
    }

    private Formula either() {
        return joined("||", this::both, Formula.Any::new);
    }

    private Formula both() {
        return joined("&&", this::unary, Formula.All::new);
    }

    private Formula joined(
            String sign, Supplier<Formula> part, java.util.function.Function<List<Formula>, Formula> join) {
        List<Formula> parts = new ArrayList<>(List.of(part.get()));
        while (peek().is(sign)) {
            take();
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
    }

    private Formula unary() {
        if (++depth > MAX_DEPTH * MAX_DEPTH) {
            throw new Wrong("a condition has too many parts", "use several rows or rules");
        }
        if (peek().is("!")) {
            take();
            return new Formula.Not(unary());
        }
        if (peek().is("(")) {
            take();
            Formula inner = either();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Formula comparison() {
        List<Term> left = operator().isPresent() ? lastLeft : operand();
        lastLeft = left;
        Optional<Operator> operator = operator();
        if (operator.isEmpty()) {
            return Comparison.flag(left);
        }
        at += operator.get().sign().startsWith("not ") ? 2 : 1;
        if (operator.get().lists()) {
            return Comparison.of(left, operator.get(), list());
        }
        if (constant()) {
            return Comparison.of(left, operator.get(), List.of(value()));
        }
        return Comparison.relation(left, operator.get(), operand());
    }

    private List<Term> lastLeft = List.of();

    private Optional<Operator> operator() {
        boolean not = peek().is("not");
        return Operator.of(
                not ? "not " + tokens.get(at + 1).text() : peek().kind() == Kind.STRING ? "" : peek().text());
    }

    private boolean constant() {
        Token token = peek();
        boolean ends =
                !SIGNS.contains(tokens.get(Math.min(at + 1, tokens.size() - 1)).text());
        return token.kind() == Kind.STRING
                || token.is("true")
                || token.is("false")
                || (token.kind() == Kind.NUMBER && ends)
                || (token.is("-") && tokens.get(at + 1).kind() == Kind.NUMBER);
    }

    private List<Value> list() {
        expect("(");
        List<Value> values = new ArrayList<>(List.of(value()));
        while (peek().is(",") && values.size() < MAX_VALUES) {
            take();
            values.add(value());
        }
        expect(")");
        return values;
    }

    private Value value() {
        Token token = take();
        if (token.is("-")) {
            return new Value.Whole(-Comparison.number(take().text()));
        }
        if (token.is("true") || token.is("false")) {
            return new Value.Truth(token.is("true"));
        }
        return switch (token.kind()) {
            case NUMBER -> new Value.Whole(Comparison.number(token.text()));
            case STRING -> new Value.Word(token.text());
            case NAME, SYMBOL, END ->
                throw new Wrong("a value is expected instead of \"" + token.text() + "\"", "put texts in quotes");
        };
    }

    private List<Term> operand() {
        List<Term> terms = new ArrayList<>(List.of(term()));
        while (SIGNS.contains(peek().text()) && peek().kind() == Kind.SYMBOL) {
            terms.add(new Term.Sign(take().text()));
            terms.add(term());
        }
        return terms;
    }

    private Term term() {
        Token token = take();
        if (token.kind() == Kind.NUMBER) {
            return new Term.Constant(Comparison.number(token.text()));
        }
        if (token.kind() != Kind.NAME) {
            throw new Wrong(
                    "an attribute is expected instead of \"" + token.text() + "\"", "for example tier or total");
        }
        StringBuilder path = new StringBuilder(token.text());
        while (peek().is(".")) {
            take();
            path.append('.').append(take().text());
        }
        if (peek().is("(")) {
            throw new Wrong(path + "(…) is a call; conditions may only look at attributes", "see the vocabulary");
        }
        return path.charAt(0) == '$'
                ? new Term.Name(path.toString())
                : new Term.Of(Paths.attribute(vocabulary, subject, path.toString()));
    }

    private void expect(String symbol) {
        if (!peek().is(symbol)) {
            throw new Wrong("\"" + symbol + "\" is expected instead of \"" + peek().text() + "\"", "");
        }
        take();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at < tokens.size() - 1 ? at++ : at);
    }
}
