package io.pelleh.api.simulate;

import io.pelleh.api.simulate.Recorder.Look;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.facts.Situation;
import io.pelleh.engine.flow.Rehearsal;
import io.pelleh.rules.why.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides one case under one edition of the rules, and explains it. */
final class Simulation {

    /** Those that came closest first: least missing conditions, and those of which one can say what is missing. */
    private static final Comparator<Account> CLOSEST = Comparator.comparing((Account a) -> a.distance() == null)
            .thenComparingLong(Account::unmet)
            .thenComparing(a -> a.rule().id());

    private Simulation() {}

    /**
     * What one edition made of a case.
     *
     * @param trace what each stage saw and found, in order
     * @param whyNot promotions that did not hold, the closest first
     */
    record Side(Edition edition, Decision decision, List<Look> trace, List<Account> whyNot) {}

    static Side run(Case asked, Edition edition) {
        Recorder rules = new Recorder(edition.rules());
        CustomerState start = asked.real() && !asked.guest() ? looked(asked, rules) : asked.start();
        int before = rules.looks().size();
        Giving giving = asked.event().happening() instanceof Happening.CheckoutClosed
                ? Giving.ALL
                : Rehearsal.giving(asked.program(), asked.event(), asked.now());
        Question question = new Question(
                asked.program(), start, asked.guest(), asked.event(), asked.read(), rules, asked.now(), giving);
        Decision decision = asked.shown()
                ? Decider.quote(question)
                : Decider.decide(question).decision();
        List<Look> looks = rules.looks().subList(before, rules.looks().size());
        return new Side(edition, decision, List.copyOf(rules.looks()), whyNot(edition, looks, decision));
    }

    /** Where a real customer stands by these rules now; what that alone would bring is not given. */
    private static CustomerState looked(Case asked, Recorder rules) {
        Event passed = new Event(
                new EventId(asked.program().id(), "time", "simulation"),
                "time.passed",
                Subject.of(asked.start().id()),
                asked.now(),
                Event.Origin.INTERNAL,
                "",
                new Happening.TimePassed(asked.now()));
        return Decider.decide(new Question(
                        asked.program(), asked.start(), false, passed, Inputs.NONE, rules, asked.now(), Giving.NOTHING))
                .decision()
                .after();
    }

    /** Each promotion is held against what its own lane saw: the basket as the lanes before left it. */
    private static List<Account> whyNot(Edition edition, List<Look> looks, Decision decision) {
        Set<String> held = new HashSet<>();
        looks.forEach(look ->
                look.found().forEach(proposal -> held.add(proposal.rule().id())));
        decision.refusals().forEach(refusal -> held.add(refusal.rule().id()));
        List<Account> all = new ArrayList<>();
        List<Look> seen =
                looks.stream().filter(look -> look.stage() == Stage.PROMOTIONS).toList();
        int at = 0;
        for (Lane lane : seen.isEmpty() ? List.<Lane>of() : edition.rules().lanes()) {
            Situation saw = seen.get(Math.min(at, seen.size() - 1)).saw();
            edition.reasons().of(Stage.PROMOTIONS, saw).stream()
                    .filter(account -> account.rule().lane().equals(lane.name())
                            && !held.contains(account.rule().id()))
                    .forEach(all::add);
            at += saw.basket() == null ? 0 : looks(decision, lane);
        }
        return all.stream().sorted(CLOSEST).collect(Collectors.toList());
    }

    /** How often the rules are looked at again after a lane: once when money went off, or after each promotion. */
    private static int looks(Decision decision, Lane lane) {
        long gave = decision.granted().stream()
                .filter(granted -> granted.rule().lane().equals(lane.name()))
                .filter(granted -> granted.effect() instanceof Effect.Discount
                        || granted.effect() instanceof Effect.ShippingDiscount)
                .map(granted -> granted.rule().id())
                .distinct()
                .count();
        return Math.toIntExact(lane.running() ? gave : Math.min(1, gave));
    }
}
