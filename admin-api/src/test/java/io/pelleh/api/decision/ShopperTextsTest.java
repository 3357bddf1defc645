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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One is told from many, in the digits of each language. */
class ShopperTextsTest {

    private static final Texts POINTS = Texts.NONE
            .and("en", new Text("", "You get {points, plural, =1 {# point} other {# points}}.", ""))
            .and("fa", new Text("", "{points, plural, =1 {یک امتیاز} other {# امتیاز}} برای شما", ""));

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, You get 1 point., یک امتیاز برای شما
            5, You get 5 points., ۵ امتیاز برای شما
            0, You get 0 points., ۰ امتیاز برای شما
            """)
    void pointsAreCounted(long points, String english, String persian) {
        Rule rule = new Rule("promotions/a/p", "", 1, "points", 0, Rule.Limits.NONE, List.of(), Terms.NONE);
        Effect effect = new Effect.PointsAwarded("lot", points, Instant.EPOCH, Instant.MAX);
        Granted granted = new Granted(rule.told(POINTS), effect, List.of(), List.of());

        JsonNode text = Json.read(Json.write(json -> {
                    json.writeStartObject();
                    new ShopperTexts(Commits.PROGRAM).granted(json, granted);
                    json.writeEndObject();
                }))
                .get("text");

        assertThat(text.get("en").asString()).isEqualTo(english);
        assertThat(text.get("fa").asString()).isEqualTo(persian);
    }
}
