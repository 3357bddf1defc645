package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.engine.decision.Rule.Limits;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import io.pelleh.rules.text.Wrong;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** What stands around a rule: campaign, lane, limits, priority and dates. */
record Header(String campaign, String lane, int priority, Limits limits, Validity validity, Terms terms) {

    private static final Set<String> ANNOTATIONS =
            new TreeSet<>(Set.of("campaign", "lane", "limit", "limitPerCustomer", "note", "description", "author"));
    private static final Set<String> YES = Set.of("", "yes", "true", "x", "بله", "آری");
    private static final Set<String> NO = Set.of("no", "false", "خیر", "نه");
    private static final Set<String> ATTRIBUTES = Set.of("salience", "date-effective", "date-expires");
    private static final int MAX_TEXT = 200;
    private static final int MAX_PRIORITY = 1_000_000;

    static {
        ANNOTATIONS.addAll(List.of("budget", "exclusive", "excludes", "onReturn", "atMost", "piecesPerLine"));
        ANNOTATIONS.addAll(List.of("groupsOf", "minPieces", "minTotal", "limits"));
    }

    /** A rule as it was written, the id it has, and what it asks for. */
    record Told(RuleDescr rule, String id, List<Ask> asks) {}

    /** @param wrongs is told what cannot be read */
    static Header of(Told told, ZoneId zone, List<Wrong> wrongs) {
        List<Ask> asks = told.asks();
        Map<String, String> notes = annotations(told.rule(), wrongs);
        Map<String, String> attributes = attributes(told.rule(), wrongs);
        return new Header(
                notes.getOrDefault("campaign", ""),
                notes.getOrDefault("lane", asks.isEmpty() ? "" : lane(asks.getFirst())),
                Math.toIntExact(within(attributes.getOrDefault("salience", "0"), -MAX_PRIORITY, MAX_PRIORITY)),
                limits(told.id(), notes),
                Validity.of(attributes.get("date-effective"), attributes.get("date-expires"), zone),
                terms(notes));
    }

    /** The plain ones have a word of their own; all others stand together in one text. */
    private static Limits limits(String id, Map<String, String> notes) {
        Limits more = LimitText.read(id, notes.getOrDefault("limits", ""));
        List<Limit> shared = new ArrayList<>();
        long uses = limit(notes.get("limit"));
        long budget = limit(notes.get("budget"));
        if (uses != Long.MAX_VALUE) {
            shared.add(Limit.inAll(id, Measure.USES, Period.EVER, uses));
        }
        if (budget != Long.MAX_VALUE) {
            shared.add(Limit.inAll(id, Measure.MONEY, Period.EVER, budget));
        }
        shared.addAll(more.shared());
        return new Limits(Math.min(limit(notes.get("limitPerCustomer")), more.perCustomer()), shared);
    }

    private static Terms terms(Map<String, String> notes) {
        Reach reach = new Reach(
                limit(notes.get("atMost")),
                limit(notes.get("piecesPerLine")),
                least(notes.getOrDefault("groupsOf", "1"), 1),
                least(notes.getOrDefault("minPieces", "0"), 0),
                least(notes.getOrDefault("minTotal", "0"), 0));
        List<String> excludes = Stream.of(notes.getOrDefault("excludes", "").split("[,،]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new Terms(
                "",
                exclusive(notes.getOrDefault("exclusive", "no")),
                excludes,
                onReturn(notes),
                reach,
                List.of(),
                Texts.NONE);
    }

    private static boolean exclusive(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Wrong("exclusive is yes or no, not " + written, "");
        }
        return YES.contains(word);
    }

    private static OnReturn onReturn(Map<String, String> notes) {
        String word = notes.getOrDefault("onReturn", "keep");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "keep" -> OnReturn.KEEP;
            case "claw_back" -> OnReturn.CLAW_BACK;
            case "keep_uses" -> OnReturn.KEEP_USES;
            default -> throw new Wrong("onReturn is keep, claw_back or keep_uses, not " + word, "");
        };
    }

    private static long least(String written, long low) {
        return within(written, low, Long.MAX_VALUE);
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
            case Ask.FreeShipping a -> Lanes.SHIPPING;
            case Ask.PercentOff a -> a.off() == Off.SHIPPING ? Lanes.SHIPPING : Lanes.PRICE;
            case Ask.AmountOff a -> a.off() == Off.SHIPPING ? Lanes.SHIPPING : Lanes.PRICE;
            case Ask.Upsell a -> Lanes.UPSELL;
            case Ask.CrossSell a -> Lanes.CROSS_SELL;
            case Ask.WinBack a -> Lanes.WIN_BACK;
            case Ask.Points a -> Lanes.POINTS;
            case Ask.PointsPer a -> Lanes.POINTS;
            case Ask.IssueCoupon a -> Lanes.COUPON;
            case Ask.Message a -> Lanes.MESSAGE;
            default -> ask.money() || ask instanceof Ask.Gift ? Lanes.PRICE : "";
        };
    }
}
