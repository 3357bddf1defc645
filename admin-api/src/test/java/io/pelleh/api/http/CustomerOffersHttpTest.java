package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member's page asks what somebody can get before there is a basket. */
@HttpTest
class CustomerOffersHttpTest {

    private final Shop shop;

    CustomerOffersHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.DECIDE);
    }

    @Test
    void eachPromotionThatIsOpenSaysWhatItNeeds() {
        shop.put("/v1/checkouts/offers-1", """
                {"state": "closed", "customerId": "c-offers", "currency": "IRR",
                 "lines": [{"sku": "TEA", "quantity": 1, "unitPrice": 1000}]}
                """);

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
    void whoIsUnknownIsNotFoundAndAWrongLimitIsTold() {
        assertThat(shop.get("/v1/customers/nobody-knows/offers").at("/code")).isEqualTo("customer_not_found");
        assertThat(shop.get("/v1/customers/c-offers/offers?limit=0").status()).isEqualTo(400);
    }
}
