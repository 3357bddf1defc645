package io.pelleh.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.App.Reply;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values at the edge of what fields take, and what must become of them. */
final class Edges {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EMOJI = "\uD83C\uDF39";

    /** Texts of which no id, name or code may be one. */
    static final List<String> UNSOUND =
            List.of("", " ", "blank ", " blank", "tab\t", "a\u0001b", "a\u0085b", "x".repeat(401), "x".repeat(70_000));

    /** Texts that some fields take and others do not. */
    static final List<String> LONG = List.of(
            EMOJI,
            EMOJI.repeat(64),
            EMOJI.repeat(100),
            "\u0958".repeat(100),
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(100),
            "x".repeat(128),
            "x".repeat(129),
            "x".repeat(200),
            "x".repeat(201),
            "x".repeat(257));

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "0.5",
            "0.00001",
            "1000000001",
            "9007199254740991",
            "9223372036854775807",
            "9223372036854775808",
            "1e29");

    private Edges() {}

    /** Sends a body. */
    interface Sender {
        Reply send(JsonNode body);
    }

    static void bend(JsonNode body, String leaf, Sender sender) {
        boolean text = body.at(leaf).isString();
        List<String> wrong = new ArrayList<>(text ? UNSOUND : List.of());
        for (String value : wrong) {
            JsonNode bent = Filled.with(body, leaf, JSON.getNodeFactory().stringNode(value));
            Reply reply = sender.send(bent);
            check(reply, leaf + " = " + name(value));
            boolean free = leaf.contains("/attributes/");
            assertThat(reply.status()).as(leaf + " = " + name(value)).isBetween(free ? 200 : 400, 499);
        }
        for (String value : text ? LONG : NUMBERS) {
            JsonNode other = text ? JSON.getNodeFactory().stringNode(value) : JSON.readTree(value);
            check(sender.send(Filled.with(body, leaf, other)), leaf + " = " + name(value));
        }
    }

    static String name(String value) {
        return value.length() > 20 ? value.substring(0, 2) + " × " + value.length() : value;
    }

    static void check(Reply reply, String what) {
        assertThat(reply.status()).as(what + " -> " + reply.text()).isBetween(200, 499);
        String code = reply.body().path("code").asString("");
        if (reply.status() >= 400) {
            assertThat(code).as(what).isNotEmpty();
        }
        if ((reply.status() == 422 || reply.status() == 400) && !code.equals("malformed_request")) {
            assertThat(reply.body().path("errors").size())
                    .as(what + " -> " + reply.text())
                    .isPositive();
        }
    }
}
