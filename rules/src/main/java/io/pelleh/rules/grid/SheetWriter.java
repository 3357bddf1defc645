package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.Column.Kind;
import io.pelleh.rules.guided.Sides;
import io.pelleh.rules.vocabulary.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a grid in Drools' own decision-table format. */
public final class SheetWriter {

    private final Vocabulary vocabulary;
    private final Grid grid;
    private final Set<String> subjects = new HashSet<>();

    private SheetWriter(Vocabulary vocabulary, Grid grid) {
        this.vocabulary = vocabulary;
        this.grid = Grid.normal(vocabulary, grid);
        this.grid.columns().stream()
                .filter(column -> column.kind() == Kind.CONDITION)
                .forEach(column -> subjects.addAll(subjects(column)));
    }

    public static byte[] csv(Vocabulary vocabulary, Grid grid) {
        return CsvSheet.write(new SheetWriter(vocabulary, grid).sheet());
    }

    public static byte[] xlsx(Vocabulary vocabulary, Grid grid) {
        SheetWriter writer = new SheetWriter(vocabulary, grid);
        List<Boolean> numbers = grid.columns().stream()
                .map(column -> !column.several() && column.number(vocabulary, 0))
                .toList();
        return XlsxSheet.write(writer.sheet(), numbers);
    }

    private Sheet sheet() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("RuleSet", grid.title()));
        if (!grid.notes().isEmpty()) {
            rows.add(List.of("Notes", grid.notes()));
        }
        rows.add(List.of("", ""));
        rows.add(List.of("RuleTable " + grid.title()));
        rows.add(grid.columns().stream().map(column -> column.kind().drools()).toList());
        rows.add(grid.columns().stream().map(this::object).toList());
        rows.add(grid.columns().stream().map(this::template).toList());
        rows.add(grid.columns().stream().map(Column::title).toList());
        grid.rows()
                .forEach(row -> rows.add(IntStream.range(0, row.size())
                        .mapToObj(i -> cell(grid.columns().get(i), row.get(i)))
                        .toList()));
        return new Sheet(rows);
    }

    private Set<String> subjects(Column column) {
        return new Sides(vocabulary).subjects(column.of());
    }

    /** The narrowest fact of all columns; former purchases stand beside a basket. */
    private String subject(Column column) {
        boolean basket = subjects.contains("item") || subjects.contains("basket");
        if (subjects(column).contains("bought") || (!basket && subjects.contains("bought"))) {
            return "bought";
        }
        return subjects.contains("item") ? "item" : basket ? "basket" : "customer";
    }

    private String object(Column column) {
        if (column.kind() != Kind.CONDITION) {
            return "";
        }
        String subject = subject(column);
        return "$" + subject + ":" + subject.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + subject.substring(1)
                + Sheet.MERGED;
    }

    private String template(Column column) {
        return switch (column.kind()) {
            case CONDITION -> condition(column);
            case EFFECT -> effect(column);
            case NAME, NOTE, PRIORITY, VALID_FROM, VALID_BEFORE -> "";
            default -> column.kind().word() + "(\"$param\")";
        };
    }

    private String condition(Column column) {
        String left = new Sides(vocabulary).written(subject(column), column.of());
        String sign = left + " " + column.operator().sign();
        if (column.operator().lists()) {
            return sign + " ($param)";
        }
        boolean text = vocabulary
                .find(column.of())
                .map(a -> a instanceof Attribute.Text || a instanceof Attribute.Words)
                .orElse(false);
        return text ? sign + " \"$param\"" : sign;
    }

    private static String effect(Column column) {
        List<Parameter> parameters = column.parameters();
        String values = parameters.size() == 1
                ? parameters.getFirst().type().quoted() ? "\"$param\"" : "$param"
                : IntStream.rangeClosed(1, parameters.size())
                        .mapToObj(i -> "$" + i)
                        .collect(Collectors.joining(", "));
        return "effects." + column.of() + "(" + values + ");";
    }

    private String cell(Column column, List<String> values) {
        if (!column.several()) {
            return values.isEmpty() ? "" : values.getFirst();
        }
        List<String> written = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            written.add(column.number(vocabulary, i) ? values.get(i) : Listing.quoted(values.get(i)));
        }
        return String.join(", ", Collections.unmodifiableList(written));
    }
}
