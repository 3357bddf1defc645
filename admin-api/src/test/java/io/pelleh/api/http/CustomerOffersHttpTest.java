package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member's page asks what somebody can get before there is a basket. */
@HttpTest
class CustomerOffersHttpTest {

    private final Shop shop;
    private final KeyRing keys;
    private final int port;

    CustomerOffersHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.DECIDE);
        this.keys = keys;
        this.port = port;
    }

    private Shop person(Role role) {
        return Shop.withKey(
                port,
                keys.issue(MemoryPrograms.DEMO.id(), role.word(), Set.of(), role)
                        .token());
    }

    private static String closed(String customer) {
        return """
                {"state": "closed", "customerId": "%s", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 1000}]}
                """.formatted(customer);
    }

    @Test
    void eachPromotionThatIsOpenSaysWhatItNeeds() {
        shop.put("/v1/checkouts/offers-1", closed("c-offers"));

        Reply reply = shop.get("/v1/customers/c-offers/offers");
        Reply one = shop.get("/v1/customers/c-offers/offers?limit=1");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text())
                .contains("{\"promotion\":\"promotions/demo/ten-percent\"")
                .contains("\"text\":{\"fa\":\"ده درصد تخفیف\"}")
                .contains("\"gives\":[\"percentOff(10)\"]")
                .contains("{\"attribute\":\"basket.total\",\"operator\":\">=\",\"expected\":\"100000\"}");
        assertThat(one.at("/total")).isEqualTo(reply.at("/total"));
        assertThat(one.at("/offers/1/promotion")).isEmpty();
    }

    @Test
    void ofManyCodesFiftyAreToldAndThatThereAreMore() {
        shop.put("/v1/checkouts/codes-3", closed("codes-3"));
        shop.put("/v1/checkouts/codes-60", closed("codes-60"));

        Reply few = shop.get("/v1/customers/codes-3/offers");
        Reply many = shop.get("/v1/customers/codes-60/offers");

        assertThat(few.json().get("coupons").size()).isEqualTo(3);
        assertThat(few.at("/moreCoupons")).isEqualTo("false");
        assertThat(few.at("/coupons/0/code")).isEqualTo("OWN-1");
        assertThat(few.at("/coupons/0/usesLeft")).isEqualTo("1");
        assertThat(few.json().at("/coupons/0/validFrom").isNull()).isTrue();
        assertThat(many.json().get("coupons").size()).isEqualTo(50);
        assertThat(many.at("/moreCoupons")).isEqualTo("true");
    }

    @Test
    void whoOnlyLooksOnIsToldNoCodes() {
        shop.put("/v1/checkouts/codes-2", closed("codes-2"));

        String path = "/v1/customers/codes-2/offers";

        for (Role role : List.of(Role.VIEWER, Role.APPROVER)) {
            assertThat(person(role).get(path).json().has("offers")).isTrue();
            assertThat(person(role).get(path).text()).doesNotContain("OWN-", "oupons");
        }
        for (Role role : List.of(Role.MARKETER, Role.OPERATOR, Role.ADMIN)) {
            assertThat(person(role).get(path).text()).contains("OWN-1", "OWN-2");
        }
    }

    @Test
    void whoIsUnknownIsNotFoundAndAWrongLimitIsTold() {
        assertThat(shop.get("/v1/customers/nobody-knows/offers").at("/code")).isEqualTo("customer_not_found");
        assertThat(shop.get("/v1/customers/c-offers/offers?limit=0").status()).isEqualTo(400);
    }
}
