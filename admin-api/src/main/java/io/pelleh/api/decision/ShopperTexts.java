package io.pelleh.api.decision;

import io.pelleh.engine.decision.Blanks;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Distance;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Bilingual;
import io.pelleh.engine.program.Program;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What shoppers are told, in each language the release has texts in. */
public final class ShopperTexts {

    private final Program program;

    public ShopperTexts(Program program) {
        this.program = program;
    }

    /** The member {@code text} of an effect that is open; none where the promotion has no words for it. */
    void granted(JsonGenerator json, Granted granted) {
        Map<String, String> texts = new TreeMap<>();
        granted.rule().terms().texts().byLocale().forEach((locale, text) -> {
            Spoken spoken = new Spoken(program, locale);
            put(texts, locale, filled(text.granted(), values(granted.effect(), spoken), spoken));
        });
        write(json, texts);
    }

    /** The member {@code text} of a promotion that came near; none where nobody can say how near. */
    public void near(JsonGenerator json, Near near) {
        Distance distance = near.distance();
        Texts words = near.rule().terms().texts();
        if (distance == null || words.byLocale().isEmpty()) {
            return;
        }
        Map<String, String> texts = new TreeMap<>();
        words.byLocale().forEach((locale, text) -> {
            Spoken spoken = new Spoken(program, locale);
            put(texts, locale, filled(text.near(), values(distance, spoken), spoken));
        });
        write(json, texts);
    }

    /** The member {@code text} of a promotion that is open to somebody; none where it has no words for that. */
    public void offered(JsonGenerator json, Prospect prospect) {
        Map<String, String> texts = new TreeMap<>();
        prospect.rule().terms().texts().byLocale().forEach((locale, text) -> {
            Map<String, String> values = new HashMap<>();
            Spoken spoken = new Spoken(program, locale);
            until(values, prospect.until(), spoken);
            put(texts, locale, filled(text.offered(), values, spoken));
        });
        write(json, texts);
    }

    /** The member {@code text} of a code that was refused, in English and in Persian. */
    void refused(JsonGenerator json, Refusal refusal) {
        Distance distance = refusal.distance();
        Bilingual text =
                distance == null ? RefusalTexts.of(refusal.code()) : RefusalTexts.missing(distance.attribute());
        Spoken english = new Spoken(program, "en");
        Spoken persian = new Spoken(program, "fa");
        write(
                json,
                Map.of(
                        "en", filled(text.english(), values(distance, english), english),
                        "fa", filled(text.persian(), values(distance, persian), persian)));
    }

    private static String filled(String text, Map<String, String> values, Spoken spoken) {
        return Blanks.filled(text, values, () -> spoken.number(1));
    }

    private static void put(Map<String, String> texts, String locale, String text) {
        if (!text.isEmpty()) {
            texts.put(locale, text);
        }
    }

    private static void write(JsonGenerator json, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("text");
        new TreeMap<>(texts).forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static Map<String, String> values(@Nullable Distance distance, Spoken spoken) {
        if (distance == null) {
            return Map.of();
        }
        return distance.unit() == Unit.MONEY
                ? Map.of(
                        "missing", spoken.money(distance.missing()),
                        "missing:toman", spoken.toman(distance.missing()))
                : Map.of("missing", spoken.number(distance.missing()));
    }

    private static Map<String, String> values(Effect effect, Spoken spoken) {
        Map<String, String> values = new HashMap<>();
        switch (effect) {
            case Effect.Discount e -> amount(values, e.amount(), spoken);
            case Effect.ShippingDiscount e -> amount(values, e.amount(), spoken);
            case Effect.Gift e -> goods(values, e.sku(), e.quantity(), spoken);
            case Effect.PointsAwarded e -> values.put("points", spoken.number(e.points()));
            case Effect.UpsellOffer e -> {
                goods(values, e.sku(), e.quantity(), spoken);
                amount(values, e.unitPrice(), spoken);
                until(values, e.until(), spoken);
            }
            case Effect.CrossSellOffer e -> {
                values.put("sku", e.sku());
                values.put("percent", spoken.percent(e.basisPoints()));
                until(values, e.until(), spoken);
            }
            case Effect.WinBackOffer e -> {
                values.put("percent", spoken.percent(e.basisPoints()));
                until(values, e.until(), spoken);
            }
            case Effect.CouponIssued e -> coupon(values, e, spoken);
            default -> {}
        }
        return values;
    }

    /** A code that is yet to be made is told by no text. */
    private static void coupon(Map<String, String> values, Effect.CouponIssued coupon, Spoken spoken) {
        if (!coupon.code().isEmpty()) {
            values.put("code", coupon.code());
        }
        until(values, coupon.until(), spoken);
    }

    private static void amount(Map<String, String> values, long amount, Spoken spoken) {
        values.put("amount", spoken.money(amount));
        values.put("amount:toman", spoken.toman(amount));
    }

    private static void goods(Map<String, String> values, String sku, long quantity, Spoken spoken) {
        values.put("sku", sku);
        values.put("quantity", spoken.number(quantity));
    }

    private static void until(Map<String, String> values, Instant until, Spoken spoken) {
        if (until.isBefore(Instant.MAX)) {
            values.put("until", spoken.day(until));
        }
    }
}
