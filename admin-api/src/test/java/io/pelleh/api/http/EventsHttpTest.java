package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@HttpTest
class EventsHttpTest {

    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Shop shop;

    EventsHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.INGEST, Scope.DECIDE);
    }

    private static String event(String id, String type, String subject, String data) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "/shop", "type": "%s", "subject": "%s", "data": %s}""".formatted(id, type, subject, data);
    }

    private static String order(String orderId) {
        return """
        {"orderId": "%s", "currency": "IRR", "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 5000}]}""".formatted(orderId);
    }

    @Test
    void anEventIsDecidedOnceAndARepeatGetsTheSameBytes() {
        String body = event("e-1", "order.placed", "ev-1", order("EV-1"));

        Reply first = shop.post("/v1/events", ONE, body);
        Reply again = shop.post("/v1/events", ONE, body.replace("\"data\": {", "\"data\":   {"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/status")).isEqualTo("applied");
        assertThat(first.at("/customer/rung")).isEqualTo("CUSTOMER");
        assertThat(first.at("/changes/0/to")).isEqualTo("CUSTOMER");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Pelleh-Repeat")).isEqualTo("true");
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() {
        shop.post("/v1/events", ONE, event("e-2", "survey.answered", "ev-2", "{\"nps\": 9}"));

        Reply other = shop.post("/v1/events", ONE, event("e-2", "survey.answered", "ev-2", "{\"nps\": 8}"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/code")).isEqualTo("event_conflict");
    }

    @Test
    void binaryModeTakesItsAttributesFromHeaders() {
        Reply reply = shop.send(shop.to("/v1/events")
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "e-3")
                .header("ce-source", "/shop/%D8%AA%D9%87%D8%B1%D8%A7%D9%86")
                .header("ce-type", "review.submitted")
                .header("ce-subject", "ev-3")
                .POST(BodyPublishers.ofString("{\"stars\": 5}")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/source")).isEqualTo("/shop/تهران");
    }

    @Test
    void oneBadItemOfABatchDoesNotStopTheOthers() {
        String good = event("e-4", "member.enrolled", "ev-4", "{}");
        String bad = event("e-5", "order.placed", "ev-4", "{\"orderId\": 7}");

        Reply reply = shop.post("/v1/events", BATCH, "[" + bad + "," + good + "]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/items/0/status")).isEqualTo("422");
        assertThat(reply.json().at("/items/0/problem/errors").findValuesAsString("pointer"))
                .contains("/0/data/orderId", "/0/data/lines");
        assertThat(reply.at("/items/1/answer/status")).isEqualTo("applied");
    }

    @Test
    void oneCustomersItemsOfABatchAreDecidedInOrder() {
        String items = IntStream.range(0, 50)
                .mapToObj(i -> event("o-" + i, "order.placed", "ev-6", order("EV6-" + i)))
                .collect(Collectors.joining(","));

        Reply reply = shop.post("/v1/events", BATCH, "[" + items + "]");

        assertThat(reply.json().get("items").findValuesAsString("status")).doesNotContain("409", "500");
        Reply page = shop.get("/v1/customers/ev-6/timeline?limit=50");
        assertThat(page.json().get("entries").findValuesAsString("eventId")).startsWith("o-49", "o-48", "o-47");
    }

    @Test
    void aBatchOfMoreThanAThousandIsTooLarge() {
        String items = IntStream.range(0, 1001).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThat(shop.post("/v1/events", BATCH, "[" + items + "]").status()).isEqualTo(413);
    }

    @Test
    void anUnknownTypeAndAFutureTimeAreRefusedTogether() {
        Instant late = Instant.parse(shop.get("/v1/program").at("/now")).plusSeconds(301);
        String body =
                event("e-7", "order.dreamt", "ev-7", "{}").replace("\"data\"", "\"time\": \"" + late + "\", \"data\"");

        Reply reply = shop.post("/v1/events", ONE, body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsString("code")).contains("time_in_future", "unknown_type");
    }

    @Test
    void aSourceOfOursCannotBeTaken() {
        String body = event("c-1/closed", "order.placed", "ev-8", order("EV-8")).replace("/shop", "checkout");

        assertThat(shop.post("/v1/events", ONE, body).at("/errors/0/code")).isEqualTo("reserved");
    }

    @Test
    void aPhoneHoweverWrittenIsOneCustomer() {
        String phones = """
                ["۰۹۱۲ ۳۴۵ ۶۷۸۹", "+98 912 345 6789", "0098-912-345-6789", "09123456789", "9123456789"]""";
        var spellings = JsonMapper.shared().readValue(phones, String[].class);

        var ids = IntStream.range(0, spellings.length)
                .mapToObj(i -> shop.post("/v1/events", ONE, """
                        {"specversion": "1.0", "id": "p-%d", "source": "/shop", "type": "contact.interacted",
                         "data": {"interest": "direct", "customer": {"phone": "%s"}}}""".formatted(i, spellings[i])))
                .map(reply -> reply.at("/customer/id"))
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1).doesNotContain("");
        assertThat(ids.iterator().next()).doesNotContain("9123456789");
    }
}
