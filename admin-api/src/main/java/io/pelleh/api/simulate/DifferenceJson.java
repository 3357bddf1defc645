package io.pelleh.api.simulate;

import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect.PointsAwarded;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What two decisions about the same thing do differently. */
final class DifferenceJson {

    private DifferenceJson() {}

    static void write(JsonGenerator json, Decision before, Decision after) {
        List<String> lost = less(promotions(before), promotions(after));
        List<String> gained = less(promotions(after), promotions(before));
        long toPay = after.totals().toPay() - before.totals().toPay();
        long points = points(after) - points(before);
        boolean standing = sameStanding(before.after().standing(), after.after().standing());
        json.writeObjectPropertyStart("difference");
        json.writeBooleanProperty("none", lost.isEmpty() && gained.isEmpty() && toPay == 0 && points == 0 && standing);
        texts(json, "lost", lost);
        texts(json, "gained", gained);
        json.writeNumberProperty("toPay", toPay);
        json.writeNumberProperty(
                "discount", after.totals().discount() - before.totals().discount());
        json.writeNumberProperty(
                "shippingDiscount",
                after.totals().shippingDiscount() - before.totals().shippingDiscount());
        json.writeNumberProperty("points", points);
        json.writeBooleanProperty("sameStanding", standing);
        json.writeEndObject();
    }

    private static List<String> promotions(Decision decision) {
        return decision.granted().stream()
                .map(granted -> granted.rule().id())
                .distinct()
                .toList();
    }

    private static List<String> less(List<String> all, List<String> gone) {
        List<String> left = new ArrayList<>(all);
        left.removeAll(gone);
        return left;
    }

    private static long points(Decision decision) {
        return decision.granted().stream()
                .map(Granted::effect)
                .mapToLong(effect -> effect instanceof PointsAwarded awarded ? awarded.points() : 0)
                .sum();
    }

    private static boolean sameStanding(Standing before, Standing after) {
        return before.rung() == after.rung()
                && before.tier().equals(after.tier())
                && before.scores().equals(after.scores())
                && before.segments().equals(after.segments());
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
