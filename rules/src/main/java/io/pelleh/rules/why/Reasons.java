package io.pelleh.rules.why;

import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.WrittenRule;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The conditions of a release's rules, to be held against what a rule saw; they hold exactly where Drools says so. */
public final class Reasons {

    private final Map<Stage, List<WrittenRule>> rules;

    private Reasons(Map<Stage, List<WrittenRule>> rules) {
        this.rules = rules;
    }

    /**
     * Reads the rules of a release.
     *
     * @throws io.pelleh.rules.reading.RulesRejected with everything that is wrong
     */
    public static Reasons of(long release, ZoneId zone, Map<String, byte[]> files) {
        return new Reasons(
                Library.read(release, zone, files).rules().stream().collect(Collectors.groupingBy(WrittenRule::stage)));
    }

    /** Each rule of a stage, in order; one that cannot be judged in time has no conditions and does not count as held. */
    public List<Account> of(Stage stage, Situation situation) {
        Sight sight = new Sight(situation);
        return rules.getOrDefault(stage, List.of()).stream()
                .map(rule -> account(rule, sight))
                .toList();
    }

    private static Account account(WrittenRule rule, Sight sight) {
        try {
            return new Judge(rule, sight).account();
        } catch (EvaluationFailed e) {
            boolean inForce = rule.validity().covers(sight.base().customer().now());
            return new Account(rule.rule(), false, inForce, List.of(), null);
        }
    }
}
