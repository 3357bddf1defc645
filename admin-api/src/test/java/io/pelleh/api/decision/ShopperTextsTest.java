package io.pelleh.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.json.Json;
import io.pelleh.engine.decision.Decision.Granted;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Texts;
import io.pelleh.engine.decision.Texts.Text;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What shoppers are told is filled in as each language has it. */
class ShopperTextsTest {

    private static final Texts POINTS = Texts.NONE
            .and("en", new Text("", "You get {points, plural, =1 {# point} other {# points}}.", ""))
            .and("fa", new Text("", "{points, plural, =1 {یک امتیاز} other {# امتیاز}} برای شما", ""));

    private static final Texts COUPON = Texts.NONE
            .and("en", new Text("", "Use {code} until {until}.", ""))
            .and("fa", new Text("", "کد {code} تا {until}", ""))
            .and("ar-EG", new Text("", "{code}", ""));

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, You get 1 point., یک امتیاز برای شما
            5, You get 5 points., ۵ امتیاز برای شما
            0, You get 0 points., ۰ امتیاز برای شما
            """)
    void pointsAreCounted(long points, String english, String persian) {
        JsonNode text = told(POINTS, new Effect.PointsAwarded("lot", points, Instant.EPOCH, Instant.MAX));

        assertThat(text.get("en").asString()).isEqualTo(english);
        assertThat(text.get("fa").asString()).isEqualTo(persian);
    }

    @Test
    void aCouponIsToldWithItsCodeAndItsLastDayInTheCalendarOfTheLanguage() {
        JsonNode text = told(COUPON, coupon("THX-7KXM-R2PD", Instant.parse("2026-12-21T20:30:00Z")));

        assertThat(text.get("en").asString()).isEqualTo("Use THX-7KXM-R2PD until Dec 21, 2026.");
        assertThat(text.get("fa").asString()).isEqualTo("کد THX-7KXM-R2PD تا ۱۴۰۵/۰۹/۳۰");
        assertThat(text.get("ar-EG").asString()).isEqualTo("THX-7KXM-R2PD");
    }

    @Test
    void aCodeThatIsYetToBeMadeIsToldByNoTextAndOneWithoutAnEndWithoutIt() {
        Texts day = Texts.NONE.and("en", new Text("", "A code for you until {until}.", ""));

        assertThat(told(COUPON, coupon("", Instant.parse("2026-12-21T20:30:00Z"))))
                .isNull();
        assertThat(told(day, coupon("", Instant.parse("2026-12-21T20:30:00Z")))
                        .get("en")
                        .asString())
                .isEqualTo("A code for you until Dec 21, 2026.");
        assertThat(told(COUPON, coupon("THX", Instant.MAX)).propertyNames()).containsExactly("ar-EG");
    }

    private static Effect coupon(String code, Instant until) {
        return new Effect.CouponIssued("thanks", code, until, List.of());
    }

    private static JsonNode told(Texts texts, Effect effect) {
        Rule rule = new Rule("promotions/a/p", "", 1, "points", 0, Rule.Limits.NONE, List.of(), Terms.NONE);
        Granted granted = new Granted(rule.told(texts), effect, List.of(), List.of());
        return Json.read(Json.write(json -> {
                    json.writeStartObject();
                    new ShopperTexts(Commits.PROGRAM).granted(json, granted);
                    json.writeEndObject();
                }))
                .get("text");
    }
}
