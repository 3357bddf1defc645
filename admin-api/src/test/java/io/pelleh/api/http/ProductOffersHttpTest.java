package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list page asks for the prices of its products at once. */
@HttpTest
class ProductOffersHttpTest {

    private final Shop shop;

    ProductOffersHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.DECIDE);
    }

    private static String body(String... products) {
        return """
        {"customerId": "c-1", "currency": "IRR", "products": [%s]}
        """.formatted(String.join(", ", products));
    }

    private static String product(String sku, String price) {
        return "{\"sku\": \"%s\", \"unitPrice\": %s}".formatted(sku, price);
    }

    @Test
    void eachProductHasThePriceItWouldHaveAlone() {
        Reply reply =
                shop.post("/v1/offers", "application/json", body(product("TEA", "300000.5"), product("CUP", "90000")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.at("/products/0/sku")).isEqualTo("TEA");
        assertThat(reply.at("/products/0/price")).isEqualTo("300001");
        Reply alone = shop.put("/v1/checkouts/alone?dry=true", """
                {"state": "open", "customerId": "c-1", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 300000.5}]}
                """);
        assertThat(reply.at("/products/0/memberPrice")).isEqualTo(alone.at("/totals/toPay"));
        assertThat(reply.at("/products/0/effects/0/promotion")).isEqualTo("promotions/demo/ten-percent");
        assertThat(reply.at("/products/1/sku")).isEqualTo("CUP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void whereARateIsToldTheTaxIsThatOfACheckoutOfThePieceAlone(String included) {
        String how = "\"currency\": \"IRR\", \"taxIncluded\": " + included;
        String tea = "\"sku\": \"TEA\", \"unitPrice\": 300005, \"taxPercent\": 8.875";

        Reply reply = shop.post(
                "/v1/offers",
                "application/json",
                body("{" + tea + "}", product("CUP", "90000")).replace("\"currency\": \"IRR\"", how));
        Reply alone = shop.put("/v1/checkouts/taxed?dry=true", """
                {"state": "open", "customerId": "c-1", %s, "lines": [{%s, "quantity": 1}]}
                """.formatted(how, tea));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(alone.status()).as(alone.text()).isEqualTo(200);
        assertThat(reply.at("/products/0/tax"))
                .isEqualTo(alone.at("/totals/tax"))
                .isNotEqualTo("0");
        assertThat(reply.at("/products/0/toPay")).isEqualTo(alone.at("/totals/toPay"));
        assertThat(reply.at("/products/0/taxIncluded")).isEqualTo(included);
        assertThat(reply.at("/products/0/price")).isEqualTo("300005");
        assertThat(reply.json().at("/products/1").has("tax")).isFalse();
    }

    @Test
    void whatATaxMakesTooDearIsRefused() {
        String most = "{\"sku\": \"TEA\", \"unitPrice\": 9007199254740991, \"taxPercent\": 1}";
        String onTop = body(most).replace("{\"customerId\"", "{\"taxIncluded\": false, \"customerId\"");

        assertThat(shop.post("/v1/offers", "application/json", body(most)).status())
                .isEqualTo(200);
        Reply refused = shop.post("/v1/offers", "application/json", onTop);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/products/0/unitPrice");
        assertThat(refused.at("/errors/0/code")).isEqualTo("amount_too_large");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        Reply wrong = shop.post("/v1/offers", "application/json", body(product("CUP", "1"), product("TEA", "-1")));
        Reply several = shop.post(
                "/v1/offers", "application/json", body("{\"sku\": \"CUP\", \"unitPrice\": 1, \"quantity\": 2}"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/products/1/unitPrice");
        assertThat(several.at("/errors/0/pointer")).isEqualTo("/products/0/quantity");
        assertThat(shop.post("/v1/offers", "application/json", body()).at("/errors/0/pointer"))
                .isEqualTo("/products");
        String[] many = Collections.nCopies(51, product("TEA", "1")).toArray(String[]::new);
        assertThat(shop.post("/v1/offers", "application/json", body(many)).status())
                .isEqualTo(422);
    }
}
