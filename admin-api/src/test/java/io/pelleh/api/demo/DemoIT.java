package io.pelleh.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newcomer meets. The tests follow each other on one data folder, as starts do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    /** Not in the temporary folder: that one may be emptied. */
    private static final Path FOLDER =
            Path.of("target", "demo-it", UUID.randomUUID().toString()).toAbsolutePath();

    private static final JsonMapper JSON = new JsonMapper();

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
        demo = RunningDemo.start(FOLDER);
    }

    @AfterAll
    static void stop() {
        demo.stop();
    }

    @Test
    @Order(1)
    void theFirstStartOpensTheShop() {
        assertThat(demo.printed()).anyMatch(line -> line.startsWith("Opening the demo shop: 100 %"));
    }

    @Test
    @Order(2)
    void aGoldenCustomerShipsForFree() throws Exception {
        JsonNode answer = step(0);

        assertThat(effect(answer, "shipping_discount").get("promotion").asString())
                .contains("gold");
        assertThat(answer.get("totals").get("toPay").asLong())
                .isLessThanOrEqualTo(answer.get("totals").get("goods").asLong());
        assertThat(answer.get("customer").get("tier").asString()).isEqualToIgnoringCase("gold");
    }

    @Test
    @Order(2)
    void teaIsSoldByTheThreePack() throws Exception {
        assertThat(effect(step(1), "upsell_offer").get("sku").asString()).isEqualTo(Product.TEA_THREE_PACK.sku());
    }

    @Test
    @Order(2)
    void whoBuysTeaIsOfferedSomethingBesideIt() throws Exception {
        assertThat(effect(step(2), "cross_sell_offer").get("basisPoints").asInt())
                .isPositive();
    }

    @Test
    @Order(2)
    void aCustomerAtRiskIsWonBack() throws Exception {
        assertThat(effect(step(3), "discount").get("amount").asLong()).isPositive();
    }

    @Test
    @Order(2)
    void whatSomebodyCanGetIsToldBeforeThereIsABasket() throws Exception {
        assertThat(step(4).get("offers"))
                .filteredOn(offer -> offer.get("promotion").asString().equals("promotions/free-shipping/gold"))
                .singleElement()
                .satisfies(offer ->
                        assertThat(offer.get("text").get("fa").asString()).isEqualTo("ارسال رایگان برای اعضای طلایی."));
    }

    @Test
    @Order(2)
    void aCustomerCanBeLookedAt() throws Exception {
        assertThat(step(5).get("id").asString()).isEqualTo(Cast.GOLDEN);
    }

    @Test
    @Order(2)
    void customersAreFoundByWhoTheyAreAndWhatTheyAskedFor() throws Exception {
        assertThat(step(6).get("customers"))
                .extracting(customer -> customer.get("id").asString())
                .contains(Cast.CURIOUS);
    }

    @Test
    @Order(3)
    void theKeyIsKeptForItsOwnerOnly() throws Exception {
        Path file = FOLDER.resolve("demo-key");

        assertThat(demo.key()).isEqualTo("KEY=" + Files.readString(file).strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(4)
    void afterAStopNothingIsLeftAndTheNextStartGoesOn() throws Exception {
        String key = demo.key();

        demo.stop();

        assertThat(demo.leftOver()).isEmpty();
        demo = RunningDemo.start(FOLDER);
        assertThat(demo.key()).isEqualTo(key);
        assertThat(demo.printed()).noneMatch(line -> line.startsWith("Opening the demo shop"));
    }

    @Test
    @Order(5)
    void afterACrashTheNextStartCleansUp() throws Exception {
        demo.kill();
        assertThat(demo.leftOver()).as("servers that outlived the crash").isNotEmpty();

        demo = RunningDemo.start(FOLDER);

        assertThat(effect(step(0), "shipping_discount")).isNotNull();
        demo.stop();
        assertThat(demo.leftOver()).isEmpty();
    }

    private static JsonNode step(int number) throws Exception {
        return JSON.readTree(demo.paste(demo.curls().get(number)));
    }

    private static JsonNode effect(JsonNode answer, String type) {
        List<String> types = new ArrayList<>();
        for (JsonNode effect : answer.path("effects")) {
            if (effect.get("type").asString().equals(type)) {
                return effect;
            }
            types.add(effect.get("type").asString());
        }
        throw new AssertionError("no " + type + " among " + types + " in " + answer);
    }
}
