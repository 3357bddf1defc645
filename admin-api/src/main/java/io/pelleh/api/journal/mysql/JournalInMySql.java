package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
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
import io.pelleh.engine.flow.Filed;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.flow.StoredAnswer;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The engine's journal: reads at once, writes through the group committer. */
final class JournalInMySql implements Journal {

    private final Reads reads;
    private final Records records;
    private final JournalJson json;
    private final Ways ways;
    private final UsesRead uses;
    private final Coupons coupons;
    private final ReadingRoom<Filed.Asked, Filed> files;
    private final ReadingRoom<CouponsAsked, List<CouponOnFile>> codes;

    /** Codes of batches. */
    record Coupons(CouponsInMySql files, HoldsInMySql holds) {}

    /** What is read of the past. */
    record Past(Reads reads, Records records) {}

    /** What commits go through, and what only tries. */
    record Ways(GroupCommitter committer, Rehearsals rehearsals) {}

    JournalInMySql(Past past, Coupons coupons, JournalJson json, Ways ways) {
        this.coupons = coupons;
        this.records = past.records();
        this.uses = new UsesRead(past.reads());
        this.reads = past.reads();
        this.files = new ReadingRoom<>(new FilesRead(past.reads()));
        this.codes = new ReadingRoom<>(coupons.files());
        this.json = json;
        this.ways = ways;
    }

    @Override
    public Optional<StoredAnswer> answered(EventId event) {
        return reads.answered(event);
    }

    @Override
    public Optional<Recorded> recorded(EventId event) {
        return records.recorded(event);
    }

    @Override
    public Optional<CustomerState> findVersion(ProgramId program, CustomerId customer, long version) {
        return records.findVersion(program, customer, version);
    }

    @Override
    public Set<EventId> present(Collection<EventId> events) {
        return reads.present(events);
    }

    @Override
    public Optional<CustomerState> find(ProgramId program, CustomerId customer) {
        return reads.find(program, customer);
    }

    @Override
    public Optional<CustomerState> findAt(ProgramId program, CustomerId customer, Instant at) {
        return reads.findAt(program, customer, at);
    }

    @Override
    public Map<String, OrderOnFile> orders(ProgramId program, Collection<String> orderIds) {
        return reads.orders(program, orderIds);
    }

    @Override
    public Optional<CheckoutOnFile> checkout(ProgramId program, CheckoutId checkout) {
        return reads.checkout(program, checkout);
    }

    @Override
    public Filed filed(Filed.Asked asked) {
        return files.fetch(asked);
    }

    @Override
    public List<CustomerId> known(ProgramId program, List<Alias> aliases) {
        return reads.known(program, aliases);
    }

    @Override
    public Map<Counter, Long> used(ProgramId program, Set<Counter> counters) {
        return uses.of(program, counters);
    }

    @Override
    public List<CouponOnFile> coupons(CouponsAsked asked) {
        return codes.fetch(asked);
    }

    @Override
    public List<CouponMade> make(CouponsWanted wanted) {
        return coupons.files().make(wanted);
    }

    @Override
    public boolean hold(CouponHolds holds) {
        return coupons.holds().hold(holds);
    }

    @Override
    public Map<Counter, Long> shown(ProgramId program, Set<Counter> counters, @Nullable CheckoutId own) {
        return records.shown(program, counters, own);
    }

    @Override
    public Map<Counter, Long> usedAt(ProgramId program, Set<Counter> counters, Instant at) {
        return records.usedAt(program, counters, at);
    }

    @Override
    public CompletableFuture<Committed> commit(Commit commit) {
        return ways.committer().commit(new Pending(json, commit));
    }

    @Override
    public void rehearse(List<Commit> commits) {
        ways.rehearsals()
                .run(commits.stream().map(commit -> new Pending(json, commit)).toList());
    }

    @Override
    public void reschedule(ProgramId program, CustomerState state) {
        reads.reschedule(program, state);
    }
}
