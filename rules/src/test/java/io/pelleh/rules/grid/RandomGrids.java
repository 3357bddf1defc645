package io.pelleh.rules.grid;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.grid.Column.Kind;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Grids with every kind of column and cells that are hard to keep. */
final class RandomGrids {

    private static final String[] TEXTS = {
        "gold",
        "طلایی",
        "نیم‌فاصلهٔ «سخت»",
        "he said \"yes\"",
        "it's",
        "both ' and \"",
        "two\nlines",
        "a, b",
        "007",
        "100",
        "۱۲۳",
        "_x0041_",
        "=1+1",
        "...",
        "$param",
        "\"quoted\"",
        "'single'",
        "-",
        "true",
        "2030-03-20",
        "x;y|z",
        "tab\there",
        "🙂 emoji",
        "  inside  blanks",
        "\\back",
        "#",
        "//",
        "e5",
        "1e5",
        "٫"
    };
    private static final String[] SUMS = {"basket.total / basket.units", "customer.spent * 2 - 100"};

    private RandomGrids() {}

    static Grid next(Random random) {
        List<Column> columns = new ArrayList<>(List.of(Column.plain(Kind.NAME, text(random))));
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NAME && kind != Kind.CONDITION && kind != Kind.EFFECT && random.nextBoolean()) {
                columns.add(Column.plain(kind, text(random)));
            }
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            columns.add(condition(random));
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            Verb verb = Verb.all().get(random.nextInt(Verb.all().size()));
            columns.add(new Column(Kind.EFFECT, verb.name(), Operator.EQUAL, text(random)));
        }
        java.util.Collections.shuffle(columns, random);
        List<List<List<String>>> rows = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            rows.add(columns.stream().map(column -> cell(column, random)).toList());
        }
        return Grid.normal(Vocabulary.builtIn(), new Grid(text(random), text(random), columns, rows));
    }

    private static Column condition(Random random) {
        if (random.nextInt(8) == 0) {
            return new Column(Kind.CONDITION, SUMS[random.nextInt(SUMS.length)], Operator.AT_LEAST, text(random));
        }
        List<Attribute> all = List.copyOf(Vocabulary.builtIn().all());
        Attribute attribute = all.get(random.nextInt(all.size()));
        List<Operator> operators = Operator.fitting(attribute);
        return new Column(
                Kind.CONDITION, attribute.path(), operators.get(random.nextInt(operators.size())), text(random));
    }

    private static List<String> cell(Column column, Random random) {
        if (random.nextInt(4) == 0 && column.kind() != Kind.NAME) {
            return List.of();
        }
        int size = column.several() ? Math.max(column.parameters().size(), 1 + random.nextInt(3)) : 1;
        if (column.kind() == Kind.EFFECT && column.several()) {
            size = column.parameters().size();
        }
        List<String> cell = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean number = column.number(Vocabulary.builtIn(), i);
            cell.add(number ? number(random) : text(random));
        }
        return cell;
    }

    private static String number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "۱٬۲۳۴";
            case 1 -> "1,000,000";
            case 2 -> Long.toString(random.nextLong() / 16);
            case 3 -> "12.5";
            default -> Integer.toString(random.nextInt(1000) - 500);
        };
    }

    private static String text(Random random) {
        String one = TEXTS[random.nextInt(TEXTS.length)];
        return random.nextInt(3) == 0 ? one + " " + TEXTS[random.nextInt(TEXTS.length)] : one;
    }
}
