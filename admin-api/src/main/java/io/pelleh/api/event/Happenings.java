package io.pelleh.api.event;

import io.pelleh.api.checkout.GoodsReader;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.program.Program;

/** Reads what happened out of the data of a built-in type, which its schema has already accepted. */
final class Happenings {

    private static final int MAX_ID = 200;
    private static final int MAX_WORD = 200;

    private final Program program;
    private final Identities identities;

    Happenings(Program program, Identities identities) {
        this.program = program;
        this.identities = identities;
    }

    Happening read(String type, Fields data) {
        return type.startsWith("order.") ? order(type, data) : other(type, data);
    }

    private Happening order(String type, Fields data) {
        String orderId = type.equals("order.returned") ? "" : data.text("orderId", MAX_ID);
        return switch (type) {
            case "order.placed" -> new Happening.OrderPlaced(orderId, goods(data));
            case "order.paid" -> new Happening.OrderPaid(orderId, data.has("lines") ? goods(data) : null);
            case "order.shipped" -> new Happening.OrderShipped(orderId);
            case "order.cancelled" -> new Happening.OrderCancelled(orderId);
            case "order.returned" ->
                new Happening.OrderReturned(
                        data.text("returnId", MAX_ID), data.textOrNull("orderId", MAX_ID), goods(data));
            default -> throw unread(type);
        };
    }

    private Happening other(String type, Fields data) {
        return switch (type) {
            case "contact.identified" -> identified(data);
            case "contact.interacted" -> interacted(data);
            case "member.enrolled" -> new Happening.Enrolled();
            case "quote.requested" -> new Happening.QuoteRequested(data.texts("skus", MAX_ID, MAX_WORD));
            case "cart.updated" -> new Happening.CartUpdated(goods(data));
            case "review.submitted" ->
                new Happening.ReviewSubmitted(data.textOrNull("sku", MAX_WORD), (int) data.whole("stars", 1, 5));
            case "survey.answered" -> new Happening.SurveyAnswered((int) data.whole("nps", 0, 10));
            case "social.engaged" ->
                new Happening.SocialEngaged(data.text("network", MAX_WORD), data.text("action", MAX_WORD));
            case "referral.made" -> new Happening.ReferralMade(data.textOrNull("code", MAX_WORD));
            case "referral.converted" -> new Happening.ReferralConverted(data.textOrNull("friendId", MAX_WORD));
            case "subscription.cancelled" -> new Happening.SubscriptionCancelled(data.textOrNull("reason", MAX_WORD));
            case "consent.given" ->
                new Happening.ConsentGiven(data.text("purpose", MAX_WORD), data.text("channel", MAX_WORD));
            case "consent.withdrawn" ->
                new Happening.ConsentWithdrawn(data.text("purpose", MAX_WORD), data.text("channel", MAX_WORD));
            default -> throw unread(type);
        };
    }

    private Happening identified(Fields data) {
        return new Happening.ContactIdentified(
                identities.person(program, data.object("customer"), data.object("person")));
    }

    private static Happening interacted(Fields data) {
        boolean direct = data.text("interest", MAX_WORD).equals("direct");
        return new Happening.ContactInteracted(
                direct, data.textOrNull("sku", MAX_WORD), data.textOrNull("channel", MAX_WORD));
    }

    private Goods goods(Fields data) {
        return GoodsReader.read(program, data);
    }

    private static IllegalStateException unread(String type) {
        return new IllegalStateException("the built-in type " + type + " has a schema and no reader");
    }
}
