package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Texts;
import io.pelleh.rules.analysis.Change;
import io.pelleh.rules.analysis.Comparison;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shoppers are told is a file of the release for each language, checked like the rules. */
class TextsTest {

    private static final String RULE = "rule \"p\" when Basket( total > 9 ) then effects.percentOff( 10 ); end";
    private static final String COUPON =
            "rule \"c\" when Basket( total > 9 ) then effects.issueCoupon( \"thanks\", 30 ); end";
    private static final String ENGLISH = "promotions/a/p: {granted: '{amount} off', near: '{missing} more'}";

    @Test
    void everyLanguageOfAPromotionIsKnown() {
        Library library = read(Map.of("texts/en.yaml", ENGLISH, "texts/fa.yaml", "promotions/a/p: {near: کم مانده}"));

        Rule rule = library.rules().getFirst().rule();
        assertThat(rule.terms().texts().byLocale())
                .isEqualTo(Map.of(
                        "en",
                        new Texts.Text("", "{amount} off", "{missing} more"),
                        "fa",
                        new Texts.Text("", "", "کم مانده")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            texts/en.yaml|promotions/a/q: {granted: x}|1|there is no promotion promotions/a/q
            texts/en.yaml|promotions/a/p: {granted: '{amuont} off'}|1|nothing is known as {amuont}
            texts/en.yaml|promotions/a/p: {near: '{amount} off'}|1|nothing is known as {amount}
            texts/en.yaml|promotions/a/p: {granted: '{amount, plural, =1 {# rial} other {# rials}}'}|1|{amount} is nothing to be counted
            texts/en.yaml|promotions/a/p: {granted: '{points, plural, one {x} other {y}}'}|1|nothing is known as {x}
            texts/en.yaml|promotions/a/p: {granted: '{pionts, plural, =1 {x} other {y}}'}|1|nothing is known as {pionts}
            texts/en.yaml|promotions/a/p: {granted: 'use {code}'}|1|{code} means nothing here: the promotion hands out no coupon
            texts/en.yaml|promotions/a/c: {offered: '{code}'}|1|nothing is known as {code}
            texts/en.yaml|promotions/a/c: {granted: '{code, plural, =1 {x} other {y}}'}|1|{code} is nothing to be counted
            texts/en.yaml|promotions/a/p: {given: x}|1|there is no given here
            texts/en.yaml|promotions/a/p: [x]|1|names with values are expected here
            texts/english_words_only.yaml|promotions/a/p: {near: x}|1|"english_words_only" is no language
            """)
    void whatIsWrongIsToldWithItsLine(String path, String text, int line, String reason) {
        List<Problem> problems = new ArrayList<>();

        Library.read(1, Given.TEHRAN, bytes(Map.of(path, text)), problems::add);

        assertThat(problems).extracting(Problem::file).containsExactly(path);
        assertThat(problems).extracting(problem -> problem.place().line()).containsExactly(line);
        assertThat(problems).extracting(Problem::reason).containsExactly(reason);
    }

    @Test
    void aPromotionThatHandsOutACouponTellsTheCodeAndItsEnd() {
        String words = "Your code is {code}, until {until}.";

        Library library = read(Map.of("texts/en.yaml", "promotions/a/c: {granted: '" + words + "'}"));

        assertThat(library.rules())
                .filteredOn(rule -> rule.rule().name().equals("c"))
                .extracting(rule -> rule.rule().terms().texts())
                .containsExactly(Texts.NONE.and("en", new Texts.Text("", words, "")));
    }

    @Test
    void otherWordsAreAChangeOfTextAndOfNothingElse() {
        Map<String, String> before = Map.of("texts/en.yaml", ENGLISH);
        Map<String, String> after = Map.of("texts/en.yaml", ENGLISH.replace("off", "less"));

        List<Change> changes = Comparison.of(version(before), version(after));

        assertThat(changes).extracting(Change::kind).containsOnly(Change.Kind.TEXT);
        assertThat(changes.getFirst().sentence().english()).isEqualTo("p: shoppers are told something else");
    }

    @Test
    void aCampaignThatChangesIsSaidToChange() {
        String yalda = "schedule: {from: 2026-12-20, before: 2026-12-22}";
        Map<String, String> before = Map.of("campaigns/yalda.yaml", yalda);
        Map<String, String> after = Map.of("campaigns/yalda.yaml", yalda + "\nholdOut: 10");

        List<Change> changes = Comparison.of(version(before), version(after));

        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.CAMPAIGN);
        assertThat(changes.getFirst().sentence().english()).isEqualTo("campaign yalda has another hold-out or arms");
    }

    private static Comparison.Version version(Map<String, String> files) {
        return new Comparison.Version(Given.TEHRAN, read(files), bytes(files));
    }

    private static Library read(Map<String, String> files) {
        return Library.read(1, Given.TEHRAN, bytes(files));
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        bytes.put("promotions/a.drl", (RULE + "\n" + COUPON).getBytes(StandardCharsets.UTF_8));
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
