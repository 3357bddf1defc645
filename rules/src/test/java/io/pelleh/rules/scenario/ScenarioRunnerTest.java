package io.pelleh.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.RuleCompiler;
import io.pelleh.rules.StarterPack;
import io.pelleh.rules.fixtures.Given;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioRunnerTest {

    private static final Program PROGRAM = new Program(
            new ProgramId("scenarios"),
            "Scenarios",
            Currency.of("IRR", 0),
            true,
            Given.TEHRAN,
            Program.CountsAt.PLACED,
            true,
            Calendar.JALALI);
    private static final ScenarioRunner RUNNER =
            new ScenarioRunner(PROGRAM, RuleCompiler.compile(1, Given.TEHRAN, StarterPack.files()));

    @TestFactory
    Stream<DynamicTest> everyScenarioOfTheStarterPackHolds() {
        return StarterPack.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".scenarios.yaml"))
                .flatMap(file -> read(file).stream())
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.ruleSet() + ": " + scenario.name(),
                        () -> assertThat(RUNNER.run(scenario)).isEmpty()));
    }

    private static List<Scenario> read(Map.Entry<String, byte[]> file) {
        return Scenario.read(file.getKey(), file.getValue());
    }

    @Test
    void aWrongExpectationIsReported() {
        assertThat(run("{scenario: x, given: {orders: 1, last: 20}, then: {segment: Lost}}"))
                .containsExactly("segment: expected Lost, found New");
    }

    @Test
    void anEffectThatDoesNotComeIsReported() {
        assertThat(run("{scenario: x, then: {gives: {promotions/points/points: 5 points}}}"))
                .containsExactly("promotions/points/points: expected 5 points, found nothing");
    }

    @Test
    void anEffectOfItsOwnRuleSetThatNobodyExpectedIsReported() {
        assertThat(run("""
                {scenario: x, given: {orders: 1},
                 when: {basket: [{sku: COFFEE-250, price: 100000}]}, then: {gives: {}}}
                """)).containsExactly("promotions/points/points: expected nothing, found 10 points");
    }

    @Test
    void aReasonThatWasNotThereIsReported() {
        assertThat(run("""
                {scenario: x, given: {orders: 1}, when: {basket: [{sku: COFFEE-250, price: 100000}]},
                 then: {gives: {promotions/points/points: 10 points}, because: [customer.tier == gold]}}
                """)).hasSize(1).first().asString().startsWith("because: expected customer.tier == gold, found");
    }

    @Test
    void aRefusalThatDidNotHappenIsReported() {
        assertThat(run("{scenario: x, then: {refuses: {promotions/points/points: LIMIT_REACHED}}}"))
                .containsExactly("promotions/points/points: expected LIMIT_REACHED, found []");
    }

    @Test
    void aWordNobodyKnowsBreaksTheScenario() {
        assertThatThrownBy(() -> run("{scenario: x, given: {odrers: 1}, then: {segment: New}}"))
                .isInstanceOf(BrokenScenario.class)
                .hasMessageContaining("odrers");
    }

    private static List<String> run(String scenario) {
        byte[] file = ("- " + scenario.strip().replace("\n", " ")).getBytes(StandardCharsets.UTF_8);
        return RUNNER.run(
                Scenario.read("promotions/points.scenarios.yaml", file).getFirst());
    }
}
