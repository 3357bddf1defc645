package io.pelleh.engine.facts;

import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.DayBucket;
import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.customer.Standing;
import io.pelleh.engine.customer.Told;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fact about a customer at one instant: what a rule sees as {@code Customer(…)}.
 *
 * <p>Getters are the attributes of the vocabulary; {@link Vocabulary} gives their meaning and units. Days are calendar
 * days in the program's zone. Ages of things that never happened are {@value #NEVER}.
 */
public final class Customer implements Situation {

    /** The age, in days, of something that never happened. */
    public static final long NEVER = 1_000_000;

    private final CustomerState state;
    private final Moment moment;
    private final Standing standing;

    public Customer(CustomerState state, Moment moment) {
        this(state, moment, state.standing());
    }

    private Customer(CustomerState state, Moment moment, Standing standing) {
        this.state = state;
        this.moment = moment;
        this.standing = standing;
    }

    /** The same customer as the next stage sees it, with what the stage before found. */
    public Customer with(Standing found) {
        return new Customer(state, moment, found);
    }

    @Override
    public Customer customer() {
        return this;
    }

    public String getId() {
        return state.id().value();
    }

    public boolean isGuest() {
        return moment.guest();
    }

    public String getEvent() {
        return moment.event();
    }

    public Instant now() {
        return moment.now();
    }

    public String getRung() {
        return standing.rung().name();
    }

    public String getTier() {
        return standing.tier();
    }

    public String getSegment() {
        return standing.segment();
    }

    public List<String> getSegments() {
        return standing.segments();
    }

    /** The segment this very event brought the customer into, or empty. */
    public String getEnteredSegment() {
        String segment = standing.segment();
        return segment.equals(state.standing().segment()) ? "" : segment;
    }

    public long getLoyaltyScore() {
        return scores().loyalty();
    }

    public long getFrequencyScore() {
        return scores().frequency();
    }

    public long getRecencyScore() {
        return scores().recency();
    }

    public long getMonetaryScore() {
        return scores().monetary();
    }

    private Scores scores() {
        return standing.scores();
    }

    public boolean isMember() {
        return state.history().enrolledAt() != null;
    }

    public long getOrders() {
        return state.history().purchases().orders();
    }

    public long getSpent() {
        return state.history().purchases().spent();
    }

    public long getAverageOrder() {
        long orders = getOrders();
        return orders == 0 ? 0 : getSpent() / orders;
    }

    public long getOrders30() {
        return within(30, DayBucket::orders);
    }

    public long getOrders90() {
        return within(90, DayBucket::orders);
    }

    public long getOrders180() {
        return within(180, DayBucket::orders);
    }

    public long getOrders365() {
        return within(365, DayBucket::orders);
    }

    public long getSpent30() {
        return within(30, DayBucket::spent);
    }

    public long getSpent90() {
        return within(90, DayBucket::spent);
    }

    public long getSpent180() {
        return within(180, DayBucket::spent);
    }

    public long getSpent365() {
        return within(365, DayBucket::spent);
    }

    /** Calendar days since the last order. */
    public long getRecencyDays() {
        return age(state.history().purchases().lastAt());
    }

    /** Calendar days since the first contact. */
    public long getKnownDays() {
        return age(state.history().seenAt());
    }

    /** Calendar days since the customer last did anything. */
    public long getInactiveDays() {
        return age(state.history().activeAt());
    }

    public long getDirectInteractions() {
        return state.history().engagement().direct();
    }

    public long getIndirectInteractions() {
        return state.history().engagement().indirect();
    }

    public long getQuotes() {
        return state.history().engagement().quotes();
    }

    public long getReviews() {
        return state.history().engagement().reviews();
    }

    public long getSocialEngagements() {
        return state.history().engagement().social();
    }

    public long getReferralsMade() {
        return state.history().engagement().referralsMade();
    }

    public long getReferralsConverted() {
        return state.history().engagement().referralsConverted();
    }

    /** The last NPS answer, 0-10, or -1. */
    public long getNps() {
        return state.history().engagement().nps();
    }

    public long getPoints() {
        return state.wallet().active(moment.now());
    }

    /** A value the shop told about the customer, or empty. */
    public String attribute(String name) {
        Told told = state.history().told().get(name);
        return told == null ? "" : told.text();
    }

    /** A number the shop told; 0 when it is unknown or none. */
    public long number(String name) {
        return OwnValue.number(attribute(name));
    }

    /** Whether the shop told {@code true}. */
    public boolean flag(String name) {
        return OwnValue.flag(attribute(name));
    }

    private long age(@Nullable Instant since) {
        return since == null
                ? NEVER
                : moment.today() - since.atZone(moment.zone()).toLocalDate().toEpochDay();
    }

    private long within(int days, ToLongFunction<DayBucket> counted) {
        List<DayBucket> all = state.history().purchases().days();
        long sum = 0;
        for (int i = all.size() - 1; i >= 0 && all.get(i).day() > moment.today() - days; i--) {
            sum += counted.applyAsLong(all.get(i));
        }
        return sum;
    }

    CustomerState state() {
        return state;
    }

    Moment moment() {
        return moment;
    }
}
