package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Rule.Limits;
import io.pelleh.rules.text.Wrong;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** What stands around a rule: campaign, lane, limits, priority and dates. */
record Header(String campaign, String lane, int priority, Limits limits, Validity validity) {

    private static final Set<String> ANNOTATIONS =
            Set.of("campaign", "lane", "limit", "limitPerCustomer", "note", "description", "author");
    private static final Set<String> ATTRIBUTES = Set.of("salience", "date-effective", "date-expires");
    private static final int MAX_TEXT = 200;
    private static final int MAX_PRIORITY = 1_000_000;

    /** @param wrongs is told what cannot be read */
    static Header of(RuleDescr rule, List<Ask> asks, ZoneId zone, List<Wrong> wrongs) {
        Map<String, String> notes = annotations(rule, wrongs);
        Map<String, String> attributes = attributes(rule, wrongs);
        return new Header(
                notes.getOrDefault("campaign", ""),
                notes.getOrDefault("lane", asks.isEmpty() ? "" : lane(asks.getFirst())),
                Math.toIntExact(within(attributes.getOrDefault("salience", "0"), -MAX_PRIORITY, MAX_PRIORITY)),
                new Limits(limit(notes.get("limit")), limit(notes.get("limitPerCustomer"))),
                Validity.of(attributes.get("date-effective"), attributes.get("date-expires"), zone));
    }

    private static Map<String, String> annotations(RuleDescr rule, List<Wrong> wrongs) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            try {
                notes.put(annotation.getName(), value(annotation));
            } catch (Wrong wrong) {
                wrongs.add(wrong);
            }
        }
        return notes;
    }

    private static String value(AnnotationDescr annotation) {
        if (!ANNOTATIONS.contains(annotation.getName())) {
            throw new Wrong("@" + annotation.getName() + " has no meaning here", "known are " + ANNOTATIONS);
        }
        if (!annotation.hasValue()) {
            return "";
        }
        if (annotation.getValueMap().size() != 1 || !(annotation.getSingleValue() instanceof String value)) {
            throw new Wrong("@" + annotation.getName() + " takes one plain text", "");
        }
        String plain = AnnotationDescr.unquote(value).strip();
        String hidden = HiddenCharacters.reason(plain);
        if (plain.length() > MAX_TEXT || plain.contains("\"") || plain.contains("(") || !hidden.isEmpty()) {
            throw new Wrong("@" + annotation.getName() + " takes one plain text", hidden);
        }
        return plain;
    }

    private static Map<String, String> attributes(RuleDescr rule, List<Wrong> wrongs) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            if (ATTRIBUTES.contains(attribute.getName())) {
                attributes.put(attribute.getName(), attribute.getValue());
            } else {
                String reason = attribute.getName() + " has no meaning here";
                wrongs.add(new Wrong(reason, "known are " + ATTRIBUTES).on(attribute.getLine()));
            }
        }
        return attributes;
    }

    private static long limit(@org.jspecify.annotations.Nullable String written) {
        return written == null ? Long.MAX_VALUE : within(written, 1, Long.MAX_VALUE);
    }

    private static long within(String written, long low, long high) {
        String plain = written.strip();
        boolean negative = plain.startsWith("-");
        long number = Comparison.number(negative ? plain.substring(1) : plain) * (negative ? -1 : 1);
        if (number < low || number > high) {
            throw new Wrong(written + " is not between " + low + " and " + high, "");
        }
        return number;
    }

    /** The lane of a promotion that names none. */
    private static String lane(Ask ask) {
        return switch (ask) {
            case Ask.PercentOff a -> Lanes.PRICE;
            case Ask.AmountOff a -> Lanes.PRICE;
            case Ask.FreeShipping a -> Lanes.SHIPPING;
            case Ask.Upsell a -> Lanes.UPSELL;
            case Ask.CrossSell a -> Lanes.CROSS_SELL;
            case Ask.WinBack a -> Lanes.WIN_BACK;
            case Ask.Points a -> Lanes.POINTS;
            case Ask.PointsPer a -> Lanes.POINTS;
            case Ask.Message a -> Lanes.MESSAGE;
            case Ask.Score a -> "";
            case Ask.Segment a -> "";
            case Ask.Place a -> "";
            case Ask.Tier a -> "";
        };
    }
}
