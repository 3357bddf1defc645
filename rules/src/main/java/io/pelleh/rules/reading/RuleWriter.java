package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Rule.Limits;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Terms.OnReturn;
import io.pelleh.engine.decision.Terms.Reach;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.limit.Limit.Per;
import io.pelleh.engine.program.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes checked rules as DRL for people: whatever form they were written in, reading it back gives equal rules. */
public final class RuleWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

    private final ZoneId zone;

    /** @param zone in which days begin */
    public RuleWriter(ZoneId zone) {
        this.zone = zone;
    }

    /** A whole rule, from {@code rule} to {@code end}. */
    public String write(WrittenRule written) {
        Rule rule = written.rule();
        StringBuilder text = new StringBuilder();
        text.append("rule \"")
                .append(rule.id().substring(rule.id().lastIndexOf('/') + 1))
                .append("\"\n");
        header(text, written);
        text.append("when\n");
        written.when()
                .forEach(clause ->
                        text.append("    ").append(DrlWriter.clause(clause)).append('\n'));
        text.append("then\n");
        written.asks()
                .forEach(ask -> text.append("    effects.").append(call(ask)).append(";\n"));
        return text.append("end\n").toString();
    }

    private void header(StringBuilder text, WrittenRule written) {
        Rule rule = written.rule();
        note(text, "campaign", rule.campaign());
        note(text, "lane", rule.lane());
        limits(rule.limits()).forEach((name, value) -> note(text, name, value));
        terms(text, rule.terms());
        if (rule.priority() != 0) {
            text.append("    salience ").append(rule.priority()).append('\n');
        }
        Validity validity = written.validity();
        if (!validity.from().equals(Instant.MIN)) {
            text.append("    date-effective \"").append(day(validity.from())).append("\"\n");
        }
        if (!validity.until().equals(Instant.MAX)) {
            text.append("    date-expires \"").append(day(validity.until())).append("\"\n");
        }
    }

    /** By name; empty where nothing is said. */
    static Map<String, String> limits(Limits limits) {
        Map<String, String> named = new LinkedHashMap<>();
        List<Limit> others = new ArrayList<>(limits.shared());
        named.put("limit", plain(others, Measure.USES));
        named.put("limitPerCustomer", unless(Long.MAX_VALUE, limits.perCustomer()));
        named.put("budget", plain(others, Measure.MONEY));
        named.put("limits", LimitText.write(others));
        return named;
    }

    /** Takes the first limit for everybody and for ever out of the others. */
    private static String plain(List<Limit> others, Measure of) {
        Optional<Limit> found = others.stream()
                .filter(limit -> limit.of() == of && limit.per() == Per.ALL && limit.each() == Period.EVER)
                .findFirst();
        found.ifPresent(others::remove);
        return found.map(limit -> Long.toString(limit.amount())).orElse("");
    }

    /** Limits in one line, {@code limit 100, limits 1 per day}; empty for none. */
    public static String limits(Rule rule) {
        return joined(limits(rule.limits()));
    }

    private static String joined(Map<String, String> named) {
        return named.entrySet().stream()
                .filter(term -> !term.getValue().isEmpty())
                .map(term -> term.getKey() + " " + term.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void terms(StringBuilder text, Terms terms) {
        named(terms).forEach((name, value) -> note(text, name, value));
    }

    /** Terms in one line, {@code exclusive yes, atMost 5000}; empty for none. */
    public static String terms(Terms terms) {
        return joined(named(terms));
    }

    /** By name; empty where nothing is said. */
    private static Map<String, String> named(Terms terms) {
        Reach reach = terms.reach();
        Map<String, String> named = new LinkedHashMap<>();
        named.put("exclusive", terms.exclusive() ? "yes" : "");
        named.put("excludes", String.join(", ", terms.excludes()));
        named.put("onReturn", terms.onReturn() == OnReturn.KEEP ? "" : word(terms.onReturn()));
        named.put("atMost", unless(Long.MAX_VALUE, reach.atMost()));
        named.put("piecesPerLine", unless(Long.MAX_VALUE, reach.piecesPerLine()));
        named.put("groupsOf", unless(1, reach.groupsOf()));
        named.put("minPieces", unless(0, reach.minPieces()));
        named.put("minTotal", unless(0, reach.minTotal()));
        return named;
    }

    private static String word(OnReturn onReturn) {
        return onReturn.name().toLowerCase(Locale.ROOT);
    }

    private static String unless(long usual, long value) {
        return value == usual ? "" : Long.toString(value);
    }

    private static void note(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("    @").append(name).append("( \"").append(value).append("\" )\n");
        }
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    /** An effect as a call, {@code percentOff(10)}. */
    public String call(Ask ask) {
        return switch (ask) {
            case Ask.Score a -> a.dimension().name().toLowerCase(Locale.ROOT) + "(" + a.score() + ")";
            case Ask.Segment a -> call("segment", text(a.name()));
            case Ask.Place a -> call("rung", a.rung().name());
            case Ask.Tier a -> call("tier", text(a.name()));
            case Ask.PercentOff a -> call("percentOff" + part(a.off(), "Price"), percent(a.basisPoints()));
            case Ask.AmountOff a -> call("amountOff" + part(a.off(), "Each"), a.amount());
            case Ask.PriceEach a -> call("priceEach", a.price());
            case Ask.PriceForPieces a -> call("priceForPieces", a.pieces(), a.price());
            case Ask.SomeOff a ->
                call(a.dearest() ? "dearestOff" : "cheapestOff", a.every(), a.pieces(), percent(a.basisPoints()));
            case Ask.BuyGet a -> buyGet(a);
            case Ask.Bundle a -> call("bundle", text(String.join(" + ", a.skus())), a.price());
            case Ask.FreeShipping a -> call("freeShipping");
            case Ask.Gift a -> call("gift", text(a.sku()), a.quantity());
            case Ask.Points a -> call("points", a.points());
            case Ask.PointsPer a -> call("pointsPer", a.per(), a.points());
            case Ask.Upsell a -> call("upsell", text(a.sku()), a.quantity(), a.unitPrice());
            case Ask.CrossSell a -> call("crossSell", text(a.sku()), percent(a.basisPoints()), lastDay(a.until()));
            case Ask.WinBack a -> call("winBack", percent(a.basisPoints()), a.days());
            case Ask.Message a -> call("message", text(a.template()));
            case Ask.IssueCoupon a -> call("issueCoupon", text(a.batch()), a.days());
        };
    }

    private static String part(Ask.Off off, String piece) {
        return switch (off) {
            case BASKET -> "";
            case ITEMS -> "Items";
            case ITEM -> "Item";
            case PIECE -> piece;
            case SHIPPING -> "Shipping";
        };
    }

    private static String buyGet(Ask.BuyGet a) {
        boolean share = a.less().basisPoints() > 0;
        Object less =
                share ? percent(a.less().basisPoints()) : Long.valueOf(a.less().amount());
        return call(share ? "buyGet" : "buyGetAmountOff", a.buy(), text(a.target()), a.get(), less, a.times());
    }

    private String lastDay(Instant until) {
        return text(until.atZone(zone).toLocalDate().minusDays(1).toString());
    }

    private static String call(String verb, Object... values) {
        return java.util.Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", ", verb + "(", ")"));
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private static String text(String value) {
        return '"' + value + '"';
    }
}
