package io.pelleh.rules.grid;

import io.pelleh.rules.grid.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heading of a column in Drools' format, and how its cells are read.
 *
 * @param arguments of an effect: {@code $param}, {@code $1} or constants
 * @param raw whether a cell is the text itself and not DRL with quotes
 */
record Heading(Column column, List<String> arguments, boolean raw) {

    private static final Pattern PLACE = Pattern.compile("\\$([1-9])");

    List<String> values(String cell) {
        if (cell.isBlank()) {
            return List.of();
        }
        if (column.kind() == Kind.EFFECT) {
            return effect(cell.strip());
        }
        if (column.several()) {
            return Listing.split(cell);
        }
        return List.of(raw ? cell : Listing.unquoted(cell.strip()));
    }

    private boolean quoted(int parameter) {
        return column.parameters().get(parameter).type().quoted();
    }

    private List<String> effect(String cell) {
        if (arguments.isEmpty()) {
            return List.of("x");
        }
        List<String> given = Listing.split(cell);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            Matcher place = PLACE.matcher(Listing.unquoted(argument));
            if (Listing.unquoted(argument).equals("$param")) {
                values.add(argument.startsWith("$") && quoted(i) ? Listing.unquoted(cell) : cell);
            } else if (!place.matches()) {
                values.add(Listing.unquoted(argument));
            } else if (Integer.parseInt(place.group(1)) <= given.size()) {
                values.add(given.get(Integer.parseInt(place.group(1)) - 1));
            }
        }
        return values;
    }
}
