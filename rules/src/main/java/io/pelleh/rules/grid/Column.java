package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Parameter;
import io.pelleh.rules.vocabulary.Verb;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the cells below a heading mean.
 *
 * @param of for a condition the path of an attribute or a sum of several, for an effect its verb, else empty
 * @param operator for a condition
 * @param title heading for people
 */
public record Column(Kind kind, String of, Operator operator, String title) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,4})?");

    /** What a cell is. */
    public enum Kind {
        NAME("name", "NAME"),
        NOTE("note", "DESCRIPTION"),
        CONDITION("condition", "CONDITION"),
        EFFECT("effect", "ACTION"),
        CAMPAIGN("campaign", "METADATA"),
        LANE("lane", "METADATA"),
        LIMIT("limit", "METADATA"),
        LIMIT_PER_CUSTOMER("limitPerCustomer", "METADATA"),
        BUDGET("budget", "METADATA"),
        LIMITS("limits", "METADATA"),
        EXCLUSIVE("exclusive", "METADATA"),
        EXCLUDES("excludes", "METADATA"),
        ON_RETURN("onReturn", "METADATA"),
        AT_MOST("atMost", "METADATA"),
        PIECES_PER_LINE("piecesPerLine", "METADATA"),
        GROUPS_OF("groupsOf", "METADATA"),
        MIN_PIECES("minPieces", "METADATA"),
        MIN_TOTAL("minTotal", "METADATA"),
        NEEDS("needs", "METADATA"),
        PRIORITY("priority", "PRIORITY"),
        VALID_FROM("validFrom", "DATE-EFFECTIVE"),
        VALID_BEFORE("validBefore", "DATE-EXPIRES");

        private final String word;
        private final String drools;

        Kind(String word, String drools) {
            this.word = word;
            this.drools = drools;
        }

        /** As it stands in JSON. */
        public String word() {
            return word;
        }

        /** As it stands in Drools' format. */
        String drools() {
            return drools;
        }
    }

    public Column {
        of = of.strip();
        title = title.strip();
    }

    /** A column that is neither condition nor effect. */
    static Column plain(Kind kind, String title) {
        return new Column(kind, "", Operator.EQUAL, title);
    }

    /** Whether a cell holds several values. */
    boolean several() {
        return (kind == Kind.CONDITION && operator.lists()) || parameters().size() > 1;
    }

    /** The parameters of its verb. */
    List<Parameter> parameters() {
        return kind == Kind.EFFECT ? Verb.find(of).map(Verb::parameters).orElse(List.of()) : List.of();
    }

    /** Whether the value at that place of a cell is a number. */
    boolean number(Vocabulary vocabulary, int place) {
        return switch (kind) {
            case PRIORITY, LIMIT, LIMIT_PER_CUSTOMER, BUDGET -> true;
            case AT_MOST, PIECES_PER_LINE, GROUPS_OF, MIN_PIECES, MIN_TOTAL -> true;
            case CONDITION ->
                vocabulary.find(of).map(a -> a instanceof Attribute.Numeric).orElse(true);
            case EFFECT -> place < parameters().size() && numeric(parameters().get(place));
            case NAME, NOTE, CAMPAIGN, LANE, VALID_FROM, VALID_BEFORE -> false;
            case EXCLUSIVE, EXCLUDES, ON_RETURN, LIMITS, NEEDS -> false;
        };
    }

    private static boolean numeric(Parameter parameter) {
        return !parameter.type().quoted() && parameter.type() != Parameter.Type.RUNG;
    }

    /** A cell as it is kept: no blanks around, numbers in Latin digits, nothing instead of an empty text. */
    List<String> normal(Vocabulary vocabulary, List<String> cell) {
        List<String> normal = new java.util.ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            normal.add(normal(cell.get(i), number(vocabulary, i)));
        }
        boolean empty = normal.stream().allMatch(String::isEmpty);
        if (kind == Kind.EFFECT && parameters().isEmpty() && !empty) {
            return List.of("x");
        }
        return empty ? List.of() : List.copyOf(normal);
    }

    private static String normal(String text, boolean number) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        String digits = number ? Script.number(plain).replace(",", "") : plain;
        return number && NUMBER.matcher(digits).matches() ? digits : plain;
    }
}
