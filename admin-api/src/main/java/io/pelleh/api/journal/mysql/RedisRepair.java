package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.CommitListener;
import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.api.journal.mysql.NodeLease.Place;
import io.pelleh.api.journal.mysql.Unkept.Who;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.StatesUnavailable;
import io.pelleh.engine.program.ProgramId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps book of which states are in Redis, and puts those there that a node could not put any more. A copy that cannot
 * be reached has its epoch raised, so what it holds counts as absent and needs no repair.
 */
final class RedisRepair implements CustomerStates {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRepair.class);
    private static final Duration SILENT = Duration.ofSeconds(5);

    private final CustomerStates states;
    private final CommitListener listener;
    private final Reads reads;
    private final Asking sql;
    private final Unkept unkept;
    private @Nullable Place mine;

    RedisRepair(CustomerStates states, Asking sql, Unkept unkept, CommitListener listener) {
        this.states = states;
        this.listener = listener;
        this.reads = new Reads(sql, new JournalJson());
        this.sql = sql;
        this.unkept = unkept;
    }

    @Override
    public Optional<CustomerState> find(ProgramId program, CustomerId customer) {
        return states.find(program, customer);
    }

    @Override
    public void keep(ProgramId program, CustomerState state) {
        try {
            states.keep(program, state);
        } catch (StatesUnavailable e) {
            unkept.kept(program, state);
            throw e;
        }
        unkept.kept(program, state);
    }

    /** Puts what the last holder of this node's place left behind, once. */
    synchronized void repairMine(Place place) {
        if (!place.equals(mine)) {
            repair(place);
            unkept.begin(place.lastBatch());
            mine = place;
        }
    }

    private void repair(Place place) {
        int repaired = repair(place.id(), place.unrepaired(), place.lastBatch());
        if (repaired > 0) {
            LOG.info("Put {} states into Redis that node {} had left behind", repaired, place.id());
        }
    }

    /** Puts what nodes left behind that are gone, so that nobody waits for them to come back. */
    void repairTheGone() {
        List<Place> gone = sql.list(
                row -> new Place(row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4)),
                "SELECT id, holder, last_batch, last_redis_batch FROM node"
                        + " WHERE lease_until < UTC_TIMESTAMP(6) AND last_redis_batch < last_batch");
        for (Place place : gone) {
            repair(place);
            sql.change(
                    "UPDATE node SET last_redis_batch = GREATEST(last_redis_batch, ?) WHERE id = ? AND holder = ?",
                    place.lastBatch(),
                    place.id(),
                    place.holder());
        }
    }

    /** Puts what callers of this node should have put long ago. */
    void repairTheSilent() {
        unkept.olderThan(SILENT).forEach(this::put);
    }

    private int repair(int node, long after, long last) {
        List<Who> left = sql.list(
                row -> new Who(new ProgramId(row.getString(1)), new CustomerId(row.getString(2))),
                "SELECT DISTINCT program, customer FROM journal"
                        + " WHERE node_id = ? AND batch > ? AND batch <= ? AND customer IS NOT NULL",
                node,
                after,
                last);
        left.forEach(this::put);
        return left.size();
    }

    private void put(Who who) {
        reads.find(who.program(), who.customer()).ifPresent(state -> {
            try {
                keep(who.program(), state);
                listener.repaired();
            } catch (StatesUnavailable e) {
                LOG.debug("Redis is away; its epoch is raised and nothing in it needs repair", e);
            }
        });
    }
}
