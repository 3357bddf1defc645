package io.pelleh.api.journal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.Charged;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Tax;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.limit.Draw;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.program.ProgramId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalJsonTest {

    private static final Instant AT = Instant.parse("2026-03-21T10:15:30.123456Z");
    private static final CustomerId SARA = new CustomerId("سارا-1");
    private static final Goods GOODS = new Goods(
            List.of(
                    new Line(
                            "tea",
                            List.of("drinks", "hot"),
                            3,
                            new BigDecimal("12.5000"),
                            38,
                            7L,
                            2,
                            Map.of("colour", "green")),
                    Line.of("چای", "", 1, new BigDecimal("1E+3"))),
            500,
            List.of("SPRING"),
            Map.of("gift", "yes"),
            new Goods.Keys("phone", ""),
            Sold.TWO_RATES);

    private final JournalJson json = new JournalJson();

    @ParameterizedTest
    @MethodSource("happenings")
    void everyHappeningComesBackAsItWas(Happening happening) {
        assertThat(json.happening(json.happening(happening))).isEqualTo(happening);
    }

    @Test
    void everyKindOfHappeningIsTried() {
        assertThat(happenings().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(Happening.class.getPermittedSubclasses());
    }

    @Test
    void whoAPersonIsStaysOutOfTheJournal() {
        PersonalData person = new PersonalData(
                "Sara", "0917", "sara@example.org", "female", "Shiraz", LocalDate.EPOCH, "fa", Map.of("dog", "Rex"));

        String written = json.happening(new Happening.ContactIdentified(person));

        assertThat(written).isEqualTo("{\"kind\":\"contact.identified\"}");
        assertThat(json.happening(written)).isEqualTo(new Happening.ContactIdentified(null));
    }

    @ParameterizedTest
    @MethodSource("io.pelleh.api.journal.json.Effects#all")
    void everyEffectComesBackAsItWas(Effect effect) {
        Decision decision = decided(List.of(new Decision.Granted(rule(Rule.Limits.NONE), effect, seen())), List.of());

        assertThat(back(decision).granted()).isEqualTo(decision.granted());
    }

    @Test
    void everyKindOfEffectIsTried() {
        assertThat(Effects.all().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("io.pelleh.api.journal.json.Booked#entries")
    void everyLedgerEntryComesBackAsItWas(LedgerEntry entry) {
        Decision decision = decided(List.of(), List.of(entry));

        assertThat(back(decision).ledger()).containsExactly(entry);
    }

    @Test
    void everyKindOfLedgerEntryIsTried() {
        assertThat(Booked.entries().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(LedgerEntry.class.getPermittedSubclasses());
    }

    @Test
    void aDecisionComesBackWholeWithItsInputs() {
        Inputs inputs = Sold.inputs(OrderOnFile.heardOf("order-1", SARA, AT));
        Decision decision = new Decision(
                AT,
                new Decision.Release(4, Map.of()),
                List.of(new Decision.Granted(
                        rule(new Rule.Limits(2, List.of())),
                        new Effect.ShippingDiscount(5),
                        seen(),
                        List.of(new Draw("p", new Counter("p#money", "2026-11-22"), Measure.MONEY, 5, 10)))),
                List.of(new Refusal(rule(Rule.Limits.NONE), Refusal.Code.GAVE_LESS, "less", "CODE", seen(), null)),
                List.of(new Effect.TierChanged("", "gold")),
                List.of(new LedgerEntry.Accrued("1-0", 5)),
                new Decision.Totals(100, 5, 10, 5, true, RoundingMode.DOWN, new Tax(true, List.of(8L), 1)),
                CustomerState.unseen(SARA, AT));

        String written = json.decision(inputs, decision);

        assertThat(json.decision(written, new JournalJson.Frame(AT, 4, decision.after())))
                .isEqualTo(new JournalJson.Kept(inputs, decision));
    }

    @Test
    void aWholeEventComesBackAsItWas() {
        Event event = new Event(
                new EventId(new ProgramId("demo"), "pelleh", "referral/17"),
                "referral.converted",
                new Subject(SARA, List.of(new Alias(Alias.Kind.PHONE, "abc"))),
                AT,
                Event.Origin.INTERNAL,
                "",
                new Happening.ReferralConverted("friend"));

        assertThat(json.event(json.event(event))).isEqualTo(event);
    }

    @Test
    void noTwoKindsShareAName() {
        for (Class<?> closed : List.of(Happening.class, Effect.class, LedgerEntry.class)) {
            List<String> names = Kinds.ALL.stream()
                    .filter(kind ->
                            Arrays.asList(closed.getPermittedSubclasses()).contains(kind.getType()))
                    .map(kind -> kind.getName())
                    .toList();

            assertThat(names).doesNotHaveDuplicates().hasSize(closed.getPermittedSubclasses().length);
        }
    }

    private Decision back(Decision decision) {
        String written = json.decision(Inputs.NONE, decision);
        return json.decision(written, new JournalJson.Frame(AT, 1, decision.after()))
                .decision();
    }

    private static Decision decided(List<Decision.Granted> granted, List<LedgerEntry> ledger) {
        Decision.Release release = new Decision.Release(1, Map.of());
        return new Decision(
                AT,
                release,
                granted,
                List.of(),
                List.of(),
                ledger,
                Decision.Totals.NONE,
                CustomerState.unseen(SARA, AT));
    }

    private static Rule rule(Rule.Limits limits) {
        List<Condition> conditions =
                seen().stream().map(Condition.Seen::condition).toList();
        return new Rule("promotions/spring/1", "spring", 3, "basket", 10, limits, conditions, Terms.NONE);
    }

    private static List<Condition.Seen> seen() {
        return List.of(new Condition.Seen(new Condition("basket.total", ">=", "100"), "120"));
    }

    private static Stream<Happening> happenings() {
        return Stream.of(
                new Happening.ContactIdentified(null),
                new Happening.ContactInteracted(true, "tea", "web"),
                new Happening.ContactInteracted(false, null, null),
                new Happening.Enrolled(),
                new Happening.QuoteRequested(List.of("tea", "چای")),
                new Happening.CartUpdated(GOODS),
                new Happening.OrderPlaced("order-1", GOODS),
                new Happening.OrderPaid("order-1", null),
                new Happening.OrderShipped("order-1"),
                new Happening.OrderReturned("return-1", null, GOODS),
                new Happening.OrderCancelled("order-1"),
                new Happening.ReviewSubmitted("tea", 5),
                new Happening.SurveyAnswered(9),
                new Happening.SocialEngaged("network", "like"),
                new Happening.ReferralMade("CODE"),
                new Happening.ReferralConverted("friend"),
                new Happening.SubscriptionCancelled("moved"),
                new Happening.ConsentGiven("news", "email"),
                new Happening.ConsentWithdrawn("news", "email"),
                new Happening.ShopDefined("{\"size\":1.50}"),
                new Happening.CheckoutClosed(
                        new CheckoutId("c-1"), "order-1", "SARA-7", GOODS, Sold.PROMISE, new Charged(1, 2)),
                new Happening.CheckoutCancelled(new CheckoutId("c-1"), null),
                new Happening.CheckoutReturned(new CheckoutId("c-1"), "order-1", Sold.RETURNING),
                new Happening.TimePassed(AT),
                new Happening.Merged(SARA),
                new Happening.Absorbed(CustomerState.unseen(SARA, AT)));
    }
}
