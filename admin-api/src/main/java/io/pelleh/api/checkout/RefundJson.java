package io.pelleh.api.checkout;

import io.pelleh.engine.checkout.GivenBack.TaxBack;
import io.pelleh.engine.checkout.Refund;
import io.pelleh.engine.checkout.Refund.LineBack;
import io.pelleh.engine.checkout.Refund.ShareBack;
import io.pelleh.engine.checkout.Sale.Unmet;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.points.LedgerEntry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What is given back, as JSON. */
final class RefundJson {

    private RefundJson() {}

    /** The members {@code refund}, {@code lines}, {@code promotions} and {@code points} of an object that is open. */
    static void members(JsonGenerator json, Refund refund, Decision decision) {
        json.writeObjectPropertyStart("refund");
        json.writeNumberProperty("goods", refund.goods());
        json.writeNumberProperty("shipping", refund.shipping());
        tax(json, refund.after().tax());
        json.writeNumberProperty("total", refund.total());
        json.writeNumberProperty("notTaken", refund.notTaken());
        json.writeEndObject();
        json.writeArrayPropertyStart("lines");
        refund.lines().forEach(line -> line(json, line));
        json.writeEndArray();
        json.writeArrayPropertyStart("promotions");
        refund.shares().forEach(share -> share(json, share));
        json.writeEndArray();
        points(json, decision);
    }

    private static void tax(JsonGenerator json, @Nullable TaxBack tax) {
        if (tax != null) {
            json.writeNumberProperty("tax", tax.last());
            json.writeBooleanProperty("taxIncluded", tax.included());
        }
    }

    private static void line(JsonGenerator json, LineBack line) {
        json.writeStartObject();
        json.writeNumberProperty("line", line.line());
        json.writeStringProperty("sku", line.sku());
        json.writeNumberProperty("quantity", line.quantity());
        json.writeNumberProperty("left", line.left());
        json.writeNumberProperty("paid", line.paid());
        json.writeNumberProperty("discount", line.discount());
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, ShareBack share) {
        json.writeStartObject();
        json.writeStringProperty("promotion", share.promotion());
        json.writeStringProperty("fate", share.fate().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("discount", share.discount());
        json.writeNumberProperty("shippingDiscount", share.shipping());
        json.writeNumberProperty("clawedBack", Math.max(0, share.clawedBack()));
        json.writeNumberProperty("clawReturned", Math.max(0, -share.clawedBack()));
        json.writeBooleanProperty("useReleased", share.released().counted());
        json.writeArrayPropertyStart("because");
        for (Unmet unmet : share.because()) {
            json.writeStartObject();
            json.writeStringProperty("attribute", unmet.attribute());
            json.writeStringProperty("operator", unmet.operator());
            json.writeStringProperty("expected", unmet.expected());
            json.writeStringProperty("actual", unmet.actual());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, Decision decision) {
        long reversed = 0;
        long owed = 0;
        for (LedgerEntry entry : decision.ledger()) {
            if (entry instanceof LedgerEntry.Reversed back) {
                reversed = Math.addExact(reversed, back.points());
            } else if (entry instanceof LedgerEntry.Owed debt) {
                owed = Math.addExact(owed, debt.points());
            }
        }
        json.writeObjectPropertyStart("points");
        json.writeNumberProperty("reversed", reversed);
        json.writeNumberProperty("owed", owed);
        json.writeEndObject();
    }
}
