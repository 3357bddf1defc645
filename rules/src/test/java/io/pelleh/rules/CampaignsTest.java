package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.campaign.Audience;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Schedule;
import io.pelleh.engine.campaign.Split;
import io.pelleh.engine.campaign.Split.Arm;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import io.pelleh.rules.fixtures.Given;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign is a file of the release: read, checked, and what it allows goes for all its promotions. */
class CampaignsTest {

    private static final String RULE =
            "rule \"p\" @campaign( \"yalda\" ) when Basket( units > 0 ) then effects.percentOff( 10 ); end";

    private static final String YALDA = """
            title: {en: Yalda night, fa: شب یلدا}
            owner: sara
            schedule:
              from: ۱۴۰۵/۰۹/۲۸
              before: 2026-12-23T06:00
              days: [thursday, جمعه, سه‌شنبه]
              hours: 18:00-02:00
            audience:
              tiers: [gold, silver]
              rungs: [repeat, LOYAL]
              segments: at_risk
              attributes: {city: [shiraz, tehran]}
            holdOut: 10
            arms:
              some: {percent: 25.5, promotions: p}
              others: {percent: 74.5}
            budget:
              amount: 50,000,000 toman
              uses: 1000
              perDay: {uses: 100}
              perMonth: {amount: 300000000}
            plan: {cost: 96000, sales: 9000000}
            pause: {timesPlannedCostPerHour: 2.5}
            """;

    @Test
    void everyPartIsRead() {
        Campaign yalda = compile(YALDA).campaigns().getFirst();

        assertThat(yalda.name()).isEqualTo("yalda");
        assertThat(yalda.about()).isEqualTo(new Campaign.About("Yalda night", "شب یلدا", "sara"));
        assertThat(yalda.schedule())
                .isEqualTo(new Schedule(
                        Instant.parse("2026-12-18T20:30:00Z"),
                        Instant.parse("2026-12-23T02:30:00Z"),
                        Given.TEHRAN,
                        Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.TUESDAY),
                        new Schedule.Hours(LocalTime.of(18, 0), LocalTime.of(2, 0))));
        assertThat(yalda.audience())
                .isEqualTo(new Audience(
                        Set.of("at_risk"),
                        Set.of("REPEAT", "LOYAL"),
                        Set.of("gold", "silver"),
                        Map.of("city", Set.of("shiraz", "tehran"))));
        assertThat(yalda.split())
                .isEqualTo(new Split(
                        1_000, List.of(new Arm("some", 2_550, Set.of("p")), new Arm("others", 7_450, Set.of()))));
        assertThat(yalda.plan()).isEqualTo(new Campaign.Plan(96_000, 9_000_000, 2_352));
    }

    @Test
    void whatItAllowsGoesForItsPromotions() {
        List<Limit> limits = compile(YALDA).campaigns().getFirst().limits();

        assertThat(limits)
                .containsExactly(
                        Limit.inAll("campaigns/yalda", Measure.MONEY, Period.EVER, 500_000_000),
                        Limit.inAll("campaigns/yalda", Measure.USES, Period.EVER, 1_000),
                        Limit.inAll("campaigns/yalda", Measure.SALES, Period.EVER, Long.MAX_VALUE),
                        Limit.inAll("campaigns/yalda", Measure.USES, Period.DAY, 100),
                        Limit.inAll("campaigns/yalda", Measure.MONEY, Period.MONTH, 300_000_000),
                        Limit.inAll("campaigns/yalda", Measure.MONEY, Period.HOUR, Long.MAX_VALUE));
    }

    /** The night of a Thursday belongs to Thursday. 24 December 2026 would be one too many: it is over before. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-18T20:29:00Z, false",
        "2026-12-19T15:00:00Z, false",
        "2026-12-22T14:29:00Z, false",
        "2026-12-22T14:30:00Z, true",
        "2026-12-22T22:29:00Z, true",
        "2026-12-22T22:30:00Z, false",
        "2026-12-23T15:00:00Z, false"
    })
    void itRunsAtItsHours(Instant at, boolean runs) {
        assertThat(compile(YALDA).campaigns().getFirst().schedule().runs(at)).isEqualTo(runs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budjet: {amount: 5} | line 1: there is no budjet here",
                "budget: {amount: 5.5} | line 1: \"5.5\" is no amount",
                "budget: {uses: 0} | line 1: a budget of 0 allows nothing",
                "owner: a\\nschedule: {from: 1405-13-01} | line 2: \"1405-13-01\" is no day",
                "schedule: {from: 2026-01-02, before: 2026-01-02} | line 1: it ends before it begins",
                "schedule: {days: [someday]} | line 1: there is no day someday",
                "audience: {rungs: [king]} | line 1: there is no rung king",
                "arms: {a: {percent: 60}, b: {percent: 30}} | line 1: the arms are 90.0 percent together",
                "arms: {held_out: {percent: 100}} | line 1: an arm cannot be named so, or there are too many",
                "arms: {a: {percent: 100, promotions: q}} | file: arm a names q, which is no promotion of this campaign",
                "holdOut: 51 | line 1: \"51\" is too much",
                "pause: {timesPlannedCostPerHour: 2} | line 1: the planned cost per hour is not known",
                "owner: a\\nowner: b | line 2: owner stands there twice",
                "a: &x 1 | line 1: anchors and aliases are not allowed",
                "[1] | line 1: names with values are expected here"
            })
    void whatCannotBeReadIsAProblemOfItsLine(String text, String problem) {
        Map<String, byte[]> files =
                Given.files("promotions/p.drl", RULE, "campaigns/yalda.yaml", text.replace("\\n", "\n"));

        assertThat(RuleBook.read(Given.TEHRAN, files).problems())
                .extracting(found -> found.file() + ", " + found.place() + ": " + found.reason())
                .containsExactly("campaigns/yalda.yaml, " + problem);
    }

    @Test
    void anotherCampaignMakesAnotherRelease() {
        Likeness likeness = Likeness.of(
                Given.TEHRAN,
                Given.files("promotions/p.drl", RULE, "campaigns/yalda.yaml", YALDA),
                Given.files("promotions/p.drl", RULE, "campaigns/yalda.yaml", YALDA.replace("1000", "999")));

        assertThat(likeness.stages()).isEmpty();
    }

    private static RuleSet compile(String campaign) {
        return RuleCompiler.compile(
                1, Given.TEHRAN, Given.files("promotions/p.drl", RULE, "campaigns/yalda.yaml", campaign));
    }
}
