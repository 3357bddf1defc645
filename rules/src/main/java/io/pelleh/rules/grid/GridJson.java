package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.Column.Kind;
import io.pelleh.rules.guided.Sides;
import io.pelleh.rules.text.JsonPart;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Verb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Grids as JSON for a browser.
 *
 * <pre>
 * {"title": "Free shipping",
 *  "columns": [{"kind": "name", "title": "Row"},
 *              {"kind": "condition", "attribute": "basket.total", "operator": ">=", "title": "Basket of at least"},
 *              {"kind": "effect", "effect": "freeShipping"}],
 *  "rows": [["big basket", 20000000, true]]}
 * </pre>
 */
public final class GridJson {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,4})?");
    private static final int MAX_ROWS = 50_000;
    private static final int MAX_COLUMNS = 100;

    private final Vocabulary vocabulary;

    public GridJson(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws Wrong with a JSON pointer when it is not such a document */
    public Grid read(byte[] bytes) {
        return Grid.normal(vocabulary, asWritten(bytes));
    }

    /** The same with its empty rows, so that pointers fit. */
    public Grid asWritten(byte[] bytes) {
        JsonPart root = JsonPart.read(bytes).only(List.of("title", "notes", "columns", "rows"));
        List<Column> columns =
                root.member("columns").items().stream().map(this::column).toList();
        List<JsonPart> rows = root.member("rows").items();
        if (columns.size() > MAX_COLUMNS || rows.size() > MAX_ROWS) {
            throw root.wrong("a table has at most 100 columns and 50,000 rows", "split it");
        }
        return new Grid(
                root.member("title").text(),
                root.member("notes").text(),
                columns,
                rows.stream().map(row -> row(columns, row)).toList());
    }

    private List<List<String>> row(List<Column> columns, JsonPart row) {
        List<JsonPart> cells = row.items();
        if (cells.size() > columns.size()) {
            throw row.wrong("the row has more cells than there are columns", "");
        }
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.add(i < cells.size() ? cell(columns.get(i), cells.get(i)) : List.of());
        }
        return texts;
    }

    private List<String> cell(Column column, JsonPart cell) {
        if (cell.list() && !column.several()) {
            throw cell.wrong("the cell holds several values", "its column takes one");
        }
        boolean no = column.kind() == Kind.EFFECT
                && column.parameters().isEmpty()
                && cell.text().equals("false");
        return no ? List.of() : column.normal(vocabulary, cell.texts());
    }

    private Column column(JsonPart part) {
        part.only(List.of("kind", "attribute", "expression", "operator", "effect", "title"));
        JsonPart word = part.member("kind");
        List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.word().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> word.wrong(
                        "\"" + word.text() + "\" is no kind of column",
                        Nearest.hint(word.text(), words, "known are: " + String.join(", ", words))));
        String title = part.member("title").text();
        return switch (kind) {
            case CONDITION -> condition(part, title);
            case EFFECT -> new Column(kind, effect(part.member("effect")), Operator.EQUAL, title);
            default -> Column.plain(kind, title);
        };
    }

    private Column condition(JsonPart part, String title) {
        JsonPart left = part.member(part.has("expression") ? "expression" : "attribute");
        JsonPart sign = part.member("operator");
        Operator operator = Operator.of(sign.text())
                .orElseThrow(() -> sign.wrong("\"" + sign.text() + "\" is no operator", "for example ==, >= or in"));
        try {
            new Sides(vocabulary).subjects(left.text());
        } catch (Wrong wrong) {
            throw wrong.at(left.pointer());
        }
        Optional<Attribute> attribute = vocabulary.find(left.text());
        if (attribute.isPresent() && !Operator.fitting(attribute.get()).contains(operator)) {
            List<String> fitting = Operator.fitting(attribute.get()).stream()
                    .map(Operator::sign)
                    .toList();
            throw sign.wrong(
                    "\"" + sign.text() + "\" does not fit " + left.text(), "use one of " + String.join(" ", fitting));
        }
        return new Column(Kind.CONDITION, left.text(), operator, title);
    }

    private static String effect(JsonPart part) {
        List<String> verbs = Verb.all().stream().map(Verb::name).toList();
        if (!verbs.contains(part.text())) {
            throw part.wrong(
                    "there is no effect \"" + part.text() + "\"",
                    Nearest.hint(part.text(), verbs, "known are: " + String.join(", ", verbs)));
        }
        return part.text();
    }

    /** The document for a grid; numbers are numbers, yes is true, an empty cell is null. */
    public byte[] write(Grid grid) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", grid.title());
        if (!grid.notes().isEmpty()) {
            root.put("notes", grid.notes());
        }
        root.put("columns", grid.columns().stream().map(this::column).toList());
        root.put("rows", grid.rows().stream().map(row -> row(grid, row)).toList());
        return JsonPart.write(root);
    }

    private Map<String, Object> column(Column column) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("kind", column.kind().word());
        if (column.kind() == Kind.CONDITION) {
            written.put(vocabulary.find(column.of()).isPresent() ? "attribute" : "expression", column.of());
            written.put("operator", column.operator().sign());
        }
        if (column.kind() == Kind.EFFECT) {
            written.put("effect", column.of());
        }
        written.put("title", column.title());
        return written;
    }

    private List<Object> row(Grid grid, List<List<String>> row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(grid.columns().get(i), row.get(i)));
        }
        return cells;
    }

    private Object cell(Column column, List<String> cell) {
        if (cell.isEmpty()) {
            return tools.jackson.databind.node.NullNode.getInstance();
        }
        if (column.kind() == Kind.EFFECT && column.parameters().isEmpty()) {
            return true;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            boolean number =
                    column.number(vocabulary, i) && NUMBER.matcher(cell.get(i)).matches();
            values.add(number ? new BigDecimal(cell.get(i)) : cell.get(i));
        }
        return column.several() ? values : values.getFirst();
    }
}
