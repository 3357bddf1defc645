package io.pelleh.rules.scenario;

import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Decision.Granted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scenario expects, held against a decision. What its own rule set gives must be named in full. */
final class Expectation {

    private final Scenario scenario;
    private final Notes then;
    private final List<String> differences = new ArrayList<>();

    Expectation(Scenario scenario) {
        this.scenario = scenario;
        this.then = scenario.then();
    }

    List<String> differences(Decision decision) {
        Standing standing = decision.after().standing();
        standing(standing);
        scores(standing.scores());
        given(decision.granted());
        because(decision.granted());
        refused(decision);
        then.done();
        return List.copyOf(differences);
    }

    private void standing(Standing standing) {
        compare("segment", standing.segment());
        compare("rung", standing.rung().name());
        compare("tier", standing.tier());
    }

    private void scores(Scores scores) {
        compare("recency", String.valueOf(scores.recency()));
        compare("frequency", String.valueOf(scores.frequency()));
        compare("monetary", String.valueOf(scores.monetary()));
        compare("loyalty", String.valueOf(scores.loyalty()));
    }

    private void compare(String what, String found) {
        if (then.has(what) && !then.text(what).equals(found)) {
            differences.add(what + ": expected " + then.text(what) + ", found " + found);
        }
    }

    private void given(List<Granted> granted) {
        Map<String, String> found = new LinkedHashMap<>();
        granted.forEach(grant -> found.merge(grant.rule().id(), Wording.of(grant.effect()), (a, b) -> a + " and " + b));
        Map<String, String> expected = then.texts("gives");
        expected.forEach((rule, effect) -> {
            if (!effect.equals(found.get(rule))) {
                differences.add(rule + ": expected " + effect + ", found " + found.getOrDefault(rule, "nothing"));
            }
        });
        found.forEach((rule, effect) -> {
            if (rule.startsWith(scenario.ruleSet() + "/") && !expected.containsKey(rule)) {
                differences.add(rule + ": expected nothing, found " + effect);
            }
        });
    }

    private void because(List<Granted> granted) {
        List<String> reasons = granted.stream()
                .flatMap(grant -> grant.because().stream())
                .map(seen -> words(seen.condition()))
                .toList();
        for (Object reason : then.list("because")) {
            if (!reasons.contains(reason.toString())) {
                differences.add("because: expected " + reason + ", found " + reasons);
            }
        }
    }

    private static String words(Condition condition) {
        return (condition.attribute() + " " + condition.operator() + " " + condition.expected()).strip();
    }

    private void refused(Decision decision) {
        then.texts("refuses").forEach((rule, code) -> {
            boolean found = decision.refusals().stream()
                    .anyMatch(refusal -> refusal.rule().id().equals(rule)
                            && refusal.code().name().equals(code));
            if (!found) {
                differences.add(rule + ": expected " + code + ", found " + decision.refusals());
            }
        });
    }
}
