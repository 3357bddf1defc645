package io.pelleh.api.http;

import io.pelleh.api.journal.CheckoutPast;
import io.pelleh.api.journal.Timeline;
import io.pelleh.engine.checkout.CheckoutChange;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.CheckoutOnFile;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponMade;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Recorded;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.EventId;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Committed;
import io.pelleh.engine.flow.CouponHolds;
import io.pelleh.engine.flow.CouponsAsked;
import io.pelleh.engine.flow.CouponsWanted;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal as plain maps; what MySQL promises about it is tested where the adapter is. */
final class MemoryJournal implements Journal, Timeline, CheckoutPast {

    private final List<Commit> commits = new ArrayList<>();
    private final Map<EventId, StoredAnswer> answers = new HashMap<>();
    private final Map<CustomerId, CustomerState> customers = new HashMap<>();
    private final Map<String, OrderOnFile> orders = new HashMap<>();
    private final Map<CheckoutId, CheckoutOnFile> checkouts = new HashMap<>();
    private final Map<Alias, CustomerId> aliases = new LinkedHashMap<>();

    @Override
    public synchronized Optional<StoredAnswer> answered(EventId event) {
        return Optional.ofNullable(answers.get(event));
    }

    @Override
    public synchronized Optional<Recorded> recorded(EventId event) {
        return commits.stream()
                .flatMap(commit -> commit.steps().stream())
                .filter(step -> step.event().id().equals(event))
                .map(step -> new Recorded(step.event(), step.inputs(), step.decision()))
                .findFirst();
    }

    @Override
    public synchronized List<Recorded> moves(ProgramId program, CheckoutId checkout, Instant until) {
        return commits.stream()
                .flatMap(commit -> commit.steps().stream())
                .filter(step -> checkout.equals(step.event().happening().checkout()))
                .filter(step -> !step.decision().decidedAt().isAfter(until))
                .map(step -> new Recorded(step.event(), step.inputs(), step.decision()))
                .toList()
                .reversed();
    }

    @Override
    public synchronized Optional<CustomerState> findVersion(ProgramId program, CustomerId customer, long version) {
        return steps(customer)
                .filter(entry -> entry.version() == version)
                .map(entry -> entry.decision().after())
                .findFirst();
    }

    @Override
    public synchronized Set<EventId> present(Collection<EventId> events) {
        return events.stream().filter(answers::containsKey).collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<CustomerState> find(ProgramId program, CustomerId customer) {
        return Optional.ofNullable(customers.get(customer));
    }

    @Override
    public synchronized Optional<CustomerState> findAt(ProgramId program, CustomerId customer, Instant at) {
        return steps(customer)
                .filter(entry -> !entry.decision().decidedAt().isAfter(at))
                .max(Comparator.comparing(Entry::version))
                .map(entry -> entry.decision().after());
    }

    @Override
    public synchronized Map<String, OrderOnFile> orders(ProgramId program, Collection<String> orderIds) {
        Map<String, OrderOnFile> found = new HashMap<>(orders);
        found.keySet().retainAll(orderIds);
        return found;
    }

    @Override
    public synchronized Optional<CheckoutOnFile> checkout(ProgramId program, CheckoutId checkout) {
        return Optional.ofNullable(checkouts.get(checkout));
    }

    @Override
    public synchronized List<CustomerId> known(ProgramId program, List<Alias> names) {
        return names.stream()
                .map(aliases::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public synchronized CompletableFuture<Committed> commit(Commit commit) {
        EventId event = commit.steps().getLast().event().id();
        if (answers.containsKey(event)) {
            return CompletableFuture.completedFuture(new Committed.Repeat(answers.get(event)));
        }
        boolean guest = commit.subject().guest();
        CustomerState known = guest ? null : customers.get(commit.after().id());
        long version = known == null ? 0 : known.version();
        if (!guest && version != (commit.before() == null ? 0 : commit.before().version())) {
            return CompletableFuture.completedFuture(new Committed.Clash());
        }
        write(commit, event, guest);
        return CompletableFuture.completedFuture(new Committed.Done());
    }

    private void write(Commit commit, EventId event, boolean guest) {
        commits.add(commit);
        commit.steps()
                .forEach(step -> answers.put(
                        step.event().id(), new StoredAnswer(0, step.event().digest(), "")));
        if (commit.answer() != null) {
            answers.put(event, commit.answer());
        }
        if (!guest) {
            customers.put(commit.after().id(), commit.after());
            commit.subject()
                    .aliases()
                    .forEach(alias -> aliases.put(alias, commit.after().id()));
        }
        for (Commit.Step step : commit.steps()) {
            if (step.order() != null) {
                orders.put(step.order().after().orderId(), step.order().after());
            }
        }
        commit.checkouts()
                .forEach(change -> move(change, guest ? null : commit.after().id()));
    }

    private void move(CheckoutChange change, CustomerId whose) {
        checkouts.put(
                change.id(),
                new CheckoutOnFile(
                        change.id(),
                        change.to(),
                        whose,
                        change.orderId(),
                        change.revision(),
                        change.back(),
                        null,
                        false));
    }

    @Override
    public Map<Counter, Long> usedAt(ProgramId program, Set<Counter> counters, Instant at) {
        return Map.of();
    }

    @Override
    public Map<Counter, Long> shown(ProgramId program, Set<Counter> counters, @Nullable CheckoutId own) {
        return Map.of();
    }

    @Override
    public Map<Counter, Long> used(ProgramId program, Set<Counter> counters) {
        return Map.of();
    }

    @Override
    public List<CouponOnFile> coupons(CouponsAsked asked) {
        return List.of();
    }

    @Override
    public List<CouponMade> make(CouponsWanted wanted) {
        return List.of();
    }

    @Override
    public boolean hold(CouponHolds holds) {
        return true;
    }

    @Override
    public void reschedule(ProgramId program, CustomerState state) {
        // A due in memory is as good at its old place.
    }

    @Override
    public synchronized List<Entry> of(ProgramId program, CustomerId customer, long before, int limit) {
        return steps(customer)
                .filter(entry -> entry.version() < before)
                .sorted(Comparator.comparing(Entry::version).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Entry> steps(CustomerId customer) {
        return commits.stream()
                .flatMap(commit -> commit.steps().stream())
                .filter(step -> step.decision().after().id().equals(customer))
                .map(step -> new Entry(step.event(), step.inputs(), step.decision()));
    }
}
