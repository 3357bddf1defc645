package io.pelleh.api.decision;

import io.pelleh.engine.checkout.Tax;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.decision.Rule;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes decisions without reflection: quotes are answered in microseconds. */
public final class DecisionJson {

    private DecisionJson() {}

    /** The members of a decision, inside an object that is already open: all but those about the customer. */
    public static void members(JsonGenerator json, Decision decision) {
        members(json, decision, null);
    }

    /** @param texts what shoppers are told, or null where nobody shows it to them */
    public static void members(JsonGenerator json, Decision decision, @Nullable ShopperTexts texts) {
        json.writeStringProperty("decidedAt", decision.decidedAt().toString());
        version(json, "release", decision.release().number());
        json.writeObjectPropertyStart("ruleSetVersions");
        for (Map.Entry<String, Long> version : decision.release().versions().entrySet()) {
            version(json, version.getKey(), version.getValue());
        }
        json.writeEndObject();
        effects(json, decision, texts);
        changes(json, decision);
        json.writeArrayPropertyStart("refusals");
        for (Refusal refusal : decision.refusals()) {
            refusal(json, refusal);
        }
        json.writeEndArray();
        coupons(json, decision, texts);
        totals(json, decision.totals());
    }

    /** The member {@code effects}: what promotions bring. */
    public static void effects(JsonGenerator json, Decision decision, @Nullable ShopperTexts texts) {
        json.writeArrayPropertyStart("effects");
        for (Granted granted : decision.granted()) {
            granted(json, granted, texts);
        }
        json.writeEndArray();
    }

    /** The member {@code changes}: how the customer moved. */
    public static void changes(JsonGenerator json, Decision decision) {
        json.writeArrayPropertyStart("changes");
        for (Effect change : decision.changes()) {
            json.writeStartObject();
            EffectJson.members(json, change);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Every code that brought something or was refused. */
    private static void coupons(JsonGenerator json, Decision decision, @Nullable ShopperTexts texts) {
        json.writeArrayPropertyStart("coupons");
        decision.granted().stream()
                .map(granted -> granted.rule().terms().coupon())
                .filter(code -> !code.isEmpty())
                .distinct()
                .forEach(code -> accepted(json, code));
        for (Refusal refusal : decision.refusals()) {
            if (!refusal.coupon().isEmpty() && !used(decision, refusal.coupon())) {
                refused(json, refusal, texts);
            }
        }
        json.writeEndArray();
    }

    private static boolean used(Decision decision, String code) {
        return decision.granted().stream()
                .anyMatch(granted -> granted.rule().terms().coupon().equals(code));
    }

    private static void accepted(JsonGenerator json, String code) {
        json.writeStartObject();
        json.writeStringProperty("code", code);
        json.writeBooleanProperty("accepted", true);
        json.writeEndObject();
    }

    private static void refused(JsonGenerator json, Refusal refusal, @Nullable ShopperTexts texts) {
        json.writeStartObject();
        json.writeStringProperty("code", refusal.coupon());
        json.writeBooleanProperty("accepted", false);
        json.writeStringProperty("reason", refusal.code().name().toLowerCase(Locale.ROOT));
        if (refusal.distance() != null) {
            DistanceJson.member(json, refusal.distance());
        }
        if (texts != null) {
            texts.refused(json, refusal);
        }
        json.writeEndObject();
    }

    private static void granted(JsonGenerator json, Granted granted, @Nullable ShopperTexts texts) {
        json.writeStartObject();
        EffectJson.members(json, granted.effect());
        if (texts != null) {
            texts.granted(json, granted);
        }
        rule(json, granted.rule());
        because(json, granted.because());
        json.writeEndObject();
    }

    private static void refusal(JsonGenerator json, Refusal refusal) {
        json.writeStartObject();
        json.writeStringProperty("code", refusal.code().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("detail", refusal.detail());
        if (!refusal.coupon().isEmpty()) {
            json.writeStringProperty("coupon", refusal.coupon());
        }
        if (!refusal.rule().id().isEmpty()) {
            rule(json, refusal.rule());
        }
        because(json, refusal.because());
        if (refusal.distance() != null) {
            DistanceJson.member(json, refusal.distance());
        }
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Rule rule) {
        json.writeStringProperty("promotion", rule.id());
        json.writeStringProperty("campaign", rule.campaign());
        json.writeStringProperty("lane", rule.lane());
        version(json, "ruleSetVersion", rule.version());
    }

    /** A draft has no number. */
    private static void version(JsonGenerator json, String name, long number) {
        if (number == 0) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    private static void because(JsonGenerator json, List<Condition.Seen> because) {
        json.writeArrayPropertyStart("because");
        for (Condition.Seen seen : because) {
            json.writeStartObject();
            json.writeStringProperty("attribute", seen.condition().attribute());
            json.writeStringProperty("operator", seen.condition().operator());
            json.writeStringProperty("expected", seen.condition().expected());
            json.writeStringProperty("actual", seen.actual());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void totals(JsonGenerator json, Decision.Totals totals) {
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("goods", totals.goods());
        json.writeNumberProperty("shipping", totals.shipping());
        json.writeNumberProperty("discount", totals.discount());
        json.writeNumberProperty("shippingDiscount", totals.shippingDiscount());
        Tax tax = totals.tax();
        if (tax != null) {
            tax(json, tax);
        }
        json.writeNumberProperty("toPay", totals.toPay());
        json.writeBooleanProperty("approximate", totals.approximate());
        policy(json, totals);
        json.writeEndObject();
    }

    private static void tax(JsonGenerator json, Tax tax) {
        json.writeNumberProperty("tax", tax.total());
        json.writeBooleanProperty("taxIncluded", tax.included());
        json.writeArrayPropertyStart("taxLines");
        for (long line : tax.lines()) {
            json.writeNumber(line);
        }
        json.writeEndArray();
        json.writeNumberProperty("shippingTax", tax.shipping());
    }

    /** How amounts were split and rounded. */
    private static void policy(JsonGenerator json, Decision.Totals totals) {
        RoundingMode rounding = Objects.requireNonNullElse(totals.rounding(), RoundingMode.HALF_UP);
        json.writeStringProperty("allocation", "largest_remainder");
        json.writeStringProperty("rounding", rounding.name().toLowerCase(Locale.ROOT));
    }
}
