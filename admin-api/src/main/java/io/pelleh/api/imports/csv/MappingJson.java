package io.pelleh.api.imports.csv;

import io.pelleh.api.imports.csv.Mapping.Calendar;
import io.pelleh.api.imports.csv.Mapping.Columns;
import io.pelleh.api.imports.csv.Mapping.Condition;
import io.pelleh.api.imports.csv.Mapping.Kind;
import io.pelleh.api.imports.csv.Mapping.Layout;
import io.pelleh.api.imports.csv.Mapping.Rejection;
import io.pelleh.api.imports.csv.Mapping.Rules;
import io.pelleh.api.imports.csv.Mapping.Unit;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping as JSON. */
public final class MappingJson {

    private static final Set<String> FIELDS = Set.of(
            "kind", "source", "format", "columns", "time", "money", "returnWhen", "rejectWhen", "give", "description");
    private static final Set<Told> OF_CUSTOMERS = Set.of(
            Told.CUSTOMER_ID,
            Told.OCCURRED_AT,
            Told.NAME,
            Told.GENDER,
            Told.CITY,
            Told.PHONE,
            Told.EMAIL,
            Told.BIRTH_DATE,
            Told.LOCALE);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern ATTRIBUTE = Pattern.compile("attributes\\.[a-z][a-zA-Z0-9]{0,39}");
    private static final int MAX_SOURCE = 100;
    private static final int MAX_TEXT = 200;
    private static final int MAX_DESCRIPTION = 2000;
    private static final int MAX_RULES = 20;

    private final Fields body;

    private MappingJson(Fields body) {
        this.body = body;
    }

    /** @throws Refused when it is no mapping; each fault names the field and what is wrong with it */
    public static Mapping read(byte[] json) {
        Fields body = Fields.of(Json.read(json), new Faults());
        Mapping mapping = new MappingJson(body).mapping();
        body.faults().refuseIfAny();
        return mapping;
    }

    private Mapping mapping() {
        body.only(FIELDS);
        body.textOrNull("description", MAX_DESCRIPTION);
        Kind kind = word(body, "kind", Kind.class, Kind.ORDERS);
        Layout layout = layout();
        return new Mapping(
                kind,
                body.textOrNull("source", MAX_SOURCE),
                layout,
                columns(kind, layout),
                calendar(),
                word(body, "money", Unit.class, Unit.MAJOR),
                new Rules(condition(body.object("returnWhen"), layout), rejections(layout)),
                word(body, "give", Give.class, Give.NOTHING) == Give.POINTS);
    }

    private Layout layout() {
        Fields inner = body.object("format");
        if (inner == null) {
            return new Layout(',', '"', true, false);
        }
        inner.only(Set.of("delimiter", "quote", "header", "whitespace"));
        Map<String, String> format = body.attributes("format");
        char delimiter = character(inner, format, "delimiter", ',');
        char quote = character(inner, format, "quote", '"');
        if (delimiter == quote) {
            inner.fault("quote", "same_character", "delimiter and quote are different characters");
        }
        return new Layout(
                delimiter, quote, !"false".equals(format.get("header")), "true".equals(format.get("whitespace")));
    }

    private Columns columns(Kind kind, Layout layout) {
        Map<Told, String> columns = new EnumMap<>(Told.class);
        Map<String, String> attributes = new TreeMap<>();
        Fields inner = body.object("columns");
        body.attributes("columns").forEach((word, column) -> {
            if (inner != null && !layout.titles() && !NUMBER.matcher(column).matches()) {
                numbered(inner, word);
            }
            if (kind == Kind.CUSTOMERS && ATTRIBUTE.matcher(word).matches()) {
                attributes.put(word.substring(word.indexOf('.') + 1), column);
            } else {
                Told.of(word)
                        .filter(told -> fits(kind, told))
                        .ifPresentOrElse(told -> columns.put(told, column), () -> unknown(inner, word));
            }
        });
        if (inner == null) {
            body.fault("columns", "missing", "columns says which column tells what");
        } else {
            needed(kind, columns, inner);
        }
        return new Columns(columns, attributes);
    }

    private static void numbered(Fields fields, String name) {
        fields.fault(name, "no_number", "without a header columns are given by number, from 1");
    }

    private static boolean fits(Kind kind, Told told) {
        boolean both = told == Told.CUSTOMER_ID || told == Told.OCCURRED_AT;
        return both || (kind == Kind.CUSTOMERS) == OF_CUSTOMERS.contains(told);
    }

    private static void unknown(@Nullable Fields columns, String word) {
        if (columns != null) {
            columns.fault(word, "unknown_field", "a mapping of this kind has no column " + word);
        }
    }

    private static void needed(Kind kind, Map<Told, String> columns, Fields inner) {
        if (kind == Kind.CUSTOMERS) {
            if (!columns.containsKey(Told.CUSTOMER_ID)) {
                inner.fault("customerId", "missing", "the column that tells the customer's id is missing");
            }
            return;
        }
        if (!columns.containsKey(Told.OCCURRED_AT)) {
            inner.fault("occurredAt", "missing", "the column that tells when it happened is missing");
        }
        if (columns.containsKey(Told.UNIT_PRICE) == columns.containsKey(Told.AMOUNT)) {
            inner.fault("unitPrice", "missing", "either unitPrice or amount is needed, not both");
        }
    }

    private Calendar calendar() {
        Fields time = body.object("time");
        if (time == null) {
            return new Calendar(null, null, false);
        }
        time.only(Set.of("pattern", "zone", "calendar"));
        String calendar = time.textOrNull("calendar", MAX_TEXT);
        if (calendar != null && !Set.of("gregorian", "jalali").contains(calendar)) {
            time.fault("calendar", "unknown_value", "gregorian or jalali is expected here");
        }
        return new Calendar(pattern(time), zone(time), "jalali".equals(calendar));
    }

    private static @Nullable String pattern(Fields time) {
        String pattern = time.textOrNull("pattern", MAX_TEXT);
        try {
            if (pattern != null) {
                var _ = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            }
        } catch (IllegalArgumentException e) {
            time.fault("pattern", "invalid_pattern", "a pattern like yyyy-MM-dd HH:mm:ss is expected here");
        }
        return pattern;
    }

    private static @Nullable ZoneId zone(Fields time) {
        String zone = time.textOrNull("zone", MAX_TEXT);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            time.fault("zone", "unknown_zone", "a time zone like Asia/Tehran is expected here");
            return null;
        }
    }

    private List<Rejection> rejections(Layout layout) {
        return body.objects("rejectWhen", MAX_RULES, rule -> {
            String reason = rule.textOrNull("reason", MAX_TEXT);
            Condition condition = condition(rule, layout);
            return condition == null ? null : new Rejection(condition, reason == null ? "rejected_by_mapping" : reason);
        });
    }

    private @Nullable Condition condition(@Nullable Fields rule, Layout layout) {
        if (rule == null) {
            return null;
        }
        rule.only(Set.of("column", "startsWith", "equals", "below", "reason"));
        Condition condition = new Condition(
                rule.text("column", MAX_TEXT),
                rule.textOrNull("startsWith", MAX_TEXT),
                rule.textOrNull("equals", MAX_TEXT),
                rule.wholeOrNull("below", Integer.MIN_VALUE, Integer.MAX_VALUE));
        if (!layout.titles() && !NUMBER.matcher(condition.column()).matches()) {
            numbered(rule, "column");
        }
        long tests = List.of("startsWith", "equals", "below").stream()
                .filter(rule::has)
                .count();
        if (tests != 1) {
            rule.fault("column", "one_test", "a condition has exactly one of startsWith, equals and below");
        }
        return condition;
    }

    private static char character(Fields inner, Map<String, String> format, String name, char otherwise) {
        String text = format.getOrDefault(name, String.valueOf(otherwise));
        if (text.length() != 1 || "\r\n".contains(text)) {
            inner.fault(name, "wrong_length", "one character is expected here");
            return otherwise;
        }
        return text.charAt(0);
    }

    private static <E extends Enum<E>> E word(Fields fields, String name, Class<E> words, E otherwise) {
        String word = fields.textOrNull(name, MAX_TEXT);
        if (word == null) {
            return otherwise;
        }
        for (E each : words.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        String all = Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT);
        fields.fault(name, "unknown_value", "one of " + all + " is expected here");
        return otherwise;
    }

    private enum Give {
        NOTHING,
        POINTS
    }
}
