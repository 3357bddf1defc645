package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.http.Shop.Reply;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class VocabularyHttpTest {

    private final Shop shop;

    VocabularyHttpTest(@LocalServerPort int port, @Autowired KeyRing keys) {
        shop = Shop.with(port, keys, Scope.DECIDE);
    }

    @Test
    void buildersGetAttributesOperatorsAndEffectsInTheirLanguage() {
        Reply english = shop.get("/v1/vocabulary");
        Reply persian = shop.get("/v1/vocabulary?lang=fa");

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.at("/attributes/0/label")).isEqualTo("Rung");
        assertThat(english.at("/attributes/0/operators/0/sign")).isEqualTo("==");
        assertThat(persian.at("/attributes/0/label")).isEqualTo("پله");
        assertThat(persian.text()).contains("bronze", "Champions", "ارسال را رایگان کن");
    }

    @Test
    void anUnknownLanguageIsRefused() {
        assertThat(shop.get("/v1/vocabulary?lang=de").status()).isEqualTo(400);
    }
}
