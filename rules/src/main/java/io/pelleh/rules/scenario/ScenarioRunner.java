package io.pelleh.rules.scenario;

import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.EvaluationFailed;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import io.pelleh.rules.reading.WrittenRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs scenarios through the very code that decides in the shop, and says where they and the rules disagree. */
public final class ScenarioRunner {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);

    private final Program program;
    private final Recorder rules;

    public ScenarioRunner(Program program, RuleSet rules) {
        this.program = program;
        this.rules = new Recorder(rules);
    }

    /** Runs scenarios and says which of these rules none of them made hold. */
    public ScenarioReport report(List<Scenario> scenarios, List<WrittenRule> written) {
        List<ScenarioReport.Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            results.add(result(scenario));
        }
        return new ScenarioReport(results, Coverage.of(written, rules.held()));
    }

    private ScenarioReport.Result result(Scenario scenario) {
        try {
            return new ScenarioReport.Result(scenario, run(scenario), "");
        } catch (BrokenScenario e) {
            return new ScenarioReport.Result(scenario, List.of(), e.reason());
        } catch (EvaluationFailed e) {
            return new ScenarioReport.Result(scenario, List.of(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Runs one scenario.
     *
     * @return what was expected and not found, in words; empty when all is as expected
     * @throws BrokenScenario when it cannot be read
     */
    public List<String> run(Scenario scenario) {
        try {
            return new Expectation(scenario).differences(decide(scenario));
        } catch (BrokenScenario e) {
            throw e.in(scenario);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BrokenScenario(String.valueOf(e.getMessage())).in(scenario);
        }
    }

    private Decision decide(Scenario scenario) {
        Notes when = scenario.when();
        LocalDate day = when.has("on") ? when.day("on") : TODAY;
        Instant now = day.atTime(LocalTime.NOON).atZone(program.zone()).toInstant();
        Notes given = scenario.given();
        boolean guest = given.yes("guest");
        CustomerState before = new Background(program, now, given).state();
        Decision decision = decide(new Outset(before, guest, now), when);
        when.done();
        return decision;
    }

    /** Where a scenario begins. */
    private record Outset(CustomerState customer, boolean guest, Instant now) {}

    private Decision decide(Outset outset, Notes when) {
        if (when.has("basket")) {
            List<String> batches = words(when, "couponBatches");
            Goods goods = goods(when, batches);
            Happening closed = new Happening.CheckoutClosed(new CheckoutId("c-1"), "o-1", null, goods);
            Question question = question(outset, "checkout", closed).without(given(batches));
            return when.yes("closed") ? Decider.decide(question).decision() : Decider.quote(question);
        }
        Decision decision = passed(outset, outset.now());
        for (int i = 1; i <= when.small("days pass", 0); i++) {
            Instant later = outset.now().plus(i, ChronoUnit.DAYS);
            decision = passed(new Outset(decision.after(), outset.guest(), later), later);
        }
        return decision;
    }

    private Decision passed(Outset outset, Instant instant) {
        return Decider.decide(question(outset, "time.passed", new Happening.TimePassed(instant)))
                .decision();
    }

    private Question question(Outset outset, String type, Happening happening) {
        Subject subject =
                outset.guest() ? Subject.GUEST : Subject.of(outset.customer().id());
        Event event = new Event(
                new EventId(program.id(), "scenario", "1"),
                type,
                subject,
                outset.now(),
                Event.Origin.LIVE,
                "",
                happening);
        return new Question(
                program, outset.customer(), outset.guest(), event, Inputs.NONE, rules, outset.now(), Giving.ALL);
    }

    private static Goods goods(Notes when, List<String> batches) {
        List<Line> lines = new ArrayList<>();
        for (Object entry : when.list("basket")) {
            Notes line = new Notes("basket", entry);
            lines.add(Line.of(
                    line.text("sku"), line.text("category"), line.number("quantity", 1), line.decimal("price")));
            line.done();
        }
        List<String> coupons = new ArrayList<>(words(when, "coupons"));
        coupons.addAll(batches);
        return new Goods(lines, when.number("shipping", 0), coupons, Map.of());
    }

    private static List<String> words(Notes when, String name) {
        return when.list(name).stream().map(String::valueOf).toList();
    }

    /** Of each batch a code was given, which is called as the batch. */
    private static Inputs given(List<String> batches) {
        return Inputs.NONE.with(batches.stream()
                .map(batch -> new CouponOnFile(
                        CouponCode.normal(batch),
                        batch,
                        null,
                        false,
                        Instant.EPOCH,
                        Instant.MAX,
                        CouponOnFile.Uses.atMost(Long.MAX_VALUE),
                        0))
                .toList());
    }
}
