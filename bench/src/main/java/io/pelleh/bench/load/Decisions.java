package io.pelleh.bench.load;

import io.pelleh.bench.promotion.Baskets;
import io.pelleh.bench.promotion.Baskets.Shopping;
import io.pelleh.bench.promotion.Promotions;
import io.pelleh.bench.promotion.RuleFiles;
import io.pelleh.bench.shop.Shop;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.decision.Decider;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Near;
import io.pelleh.engine.decision.Onlooker;
import io.pelleh.engine.decision.Question;
import io.pelleh.engine.decision.Question.Giving;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Event.Origin;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening.CheckoutClosed;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Door;
import io.pelleh.rules.RuleCompiler;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Quotes decided in this process, with and without what they came near to; CPU is the deciding thread's. */
final class Decisions {

    private static final int BASKETS = 64;
    private static final double NANOS_PER_MICRO = 1e3;
    private final RuleSet rules;
    private final List<Shopping> shopping;
    private long near;

    Decisions(int promotions, int lines) {
        Promotions book = Promotions.ofSize(promotions);
        this.rules = RuleCompiler.compile(1, Baskets.ZONE, RuleFiles.shop(book));
        this.shopping = Baskets.shopping(BASKETS, book.categories(), lines);
    }

    /** CPU microseconds of one quote, of as many as fit into some time. */
    double micros(boolean explained, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        long before = cpu();
        int decided = 0;
        while (System.nanoTime() < end) {
            for (Shopping one : shopping) {
                decide(one, explained);
            }
            decided += BASKETS;
        }
        return (cpu() - before) / NANOS_PER_MICRO / decided;
    }

    /** Promotions told so far. */
    long near() {
        return near;
    }

    private void decide(Shopping one, boolean explained) {
        Onlooker onlooker = new Onlooker(rules);
        Event event = new Event(
                new EventId(Shop.PROGRAM.id(), "quote", "quote"),
                Door.CHECKOUT,
                Subject.of(one.state().id()),
                Baskets.now(),
                Origin.LIVE,
                "",
                new CheckoutClosed(new CheckoutId("quote"), "quote", null, one.goods()));
        RuleSet used = explained ? onlooker : rules;
        var decision = Decider.quote(
                new Question(Shop.PROGRAM, one.state(), false, event, Inputs.NONE, used, Baskets.now(), Giving.ALL));
        List<Near> told = explained ? onlooker.nearest(decision) : List.of();
        near += told.size();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
