package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Domain.Numbers;
import io.pelleh.rules.analysis.Domain.Span;
import io.pelleh.rules.analysis.Domain.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Boxes and values as people read them. */
final class Telling {

    private Telling() {}

    static Said box(Box box) {
        if (box.sides().isEmpty()) {
            return new Said("everything", "همه چیز");
        }
        return new Said(
                sides(box, side -> english(side.getKey(), side.getValue())),
                sides(box, side -> persian(side.getKey(), side.getValue())));
    }

    private static String sides(Box box, Function<Map.Entry<String, Domain>, String> words) {
        return box.sides().entrySet().stream().map(words).collect(Collectors.joining(", "));
    }

    private static String english(String path, Domain domain) {
        return switch (domain) {
            case Texts t -> path + (t.among() ? " is " : " is not ") + String.join(" or ", t.words());
            case Numbers n ->
                path + " " + n.spans().stream().map(Telling::english).collect(Collectors.joining(" or "));
        };
    }

    private static String persian(String path, Domain domain) {
        return switch (domain) {
            case Texts t -> path + " " + String.join(" یا ", t.words()) + (t.among() ? " باشد" : " نباشد");
            case Numbers n ->
                path + " " + n.spans().stream().map(Telling::persian).collect(Collectors.joining(" یا "));
        };
    }

    private static String english(Span span) {
        if (span.low() == span.high()) {
            return "is " + number(span.low());
        }
        if (span.high() == Long.MAX_VALUE) {
            return "from " + number(span.low());
        }
        return (span.low() <= 0 ? "" : "from " + number(span.low()) + " ") + "up to " + number(span.high());
    }

    private static String persian(Span span) {
        if (span.low() == span.high()) {
            return "برابر " + number(span.low());
        }
        if (span.high() == Long.MAX_VALUE) {
            return "از " + number(span.low());
        }
        return (span.low() <= 0 ? "" : "از " + number(span.low()) + " ") + "تا " + number(span.high());
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
