package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.CheckoutPast;
import io.pelleh.api.journal.Dues;
import io.pelleh.api.journal.Histories;
import io.pelleh.api.journal.InternalEvents;
import io.pelleh.api.journal.Leases;
import io.pelleh.api.journal.Persons;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.journal.Settings;
import io.pelleh.api.journal.Timeline;
import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.Epoch;
import io.pelleh.engine.flow.Journal;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One node's journal in MySQL, and everything that is read beside it. The schema must be there. Closing it gives the
 * node's place free.
 */
public final class MySqlJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MySqlJournal.class);

    private final Settings settings;
    private final JournalJson json = new JournalJson();
    private final Asking sql;
    private final Reads reads;
    private final HoldsInMySql holds;
    private final NodeLease lease;
    private final Unkept unkept = new Unkept();
    private final GroupCommitter committer;
    private final Rehearsals rehearsals;
    private final ProgramsInMySql programs;
    private final EpochInMySql epoch;
    private final Upkeep upkeep;

    private MySqlJournal(DataSource source, Settings settings) {
        JdbcTemplate template = new JdbcTemplate(source);
        this.settings = settings;
        this.sql = new Asking(template);
        this.reads = new Reads(sql, json);
        this.holds = new HoldsInMySql(source);
        this.programs = new ProgramsInMySql(sql, settings.clock());
        this.epoch = new EpochInMySql(sql);
        this.lease = new NodeLease(template, settings.node(), settings.lease());
        this.committer = new GroupCommitter(new BatchWriter(new Line(source), lease, unkept, settings), settings);
        this.rehearsals = new Rehearsals(source, lease);
        this.upkeep = new Upkeep(settings.lease());
    }

    /** Takes a place among the nodes and begins to write. */
    public static MySqlJournal open(DataSource source, Settings settings) {
        MySqlJournal journal = new MySqlJournal(source, settings);
        journal.upkeep.often(journal::beat);
        journal.upkeep.often(journal.programs::refresh);
        journal.upkeep.often(journal.epoch::refresh);
        CleanUp cleanUp = new CleanUp(journal.sql, settings.clock());
        journal.upkeep.rarely(cleanUp::answers);
        journal.upkeep.rarely(cleanUp::keys);
        journal.upkeep.rarely(cleanUp::holds);
        journal.upkeep.rarely(cleanUp::exposures);
        return journal;
    }

    private void beat() {
        // The place first: had it changed in between, this beat would count for nobody.
        NodeLease.Place held = lease.place();
        if (!lease.beat(held, unkept.complete())) {
            LOG.warn("Node {} lost its lease; the next commit takes another place", lease.id());
        }
    }

    public Journal journal() {
        return new JournalInMySql(
                new JournalInMySql.Past(reads, new Records(sql, json)),
                new JournalInMySql.Coupons(new CouponsInMySql(sql), holds),
                json,
                new JournalInMySql.Ways(committer, rehearsals));
    }

    public ProgramRegister programs() {
        return programs;
    }

    public Epoch epoch() {
        return epoch;
    }

    /**
     * The same states, with book kept of which are there: what a dead node left behind is put there now and later. To be
     * called once, and used by whoever commits.
     */
    public CustomerStates mirrored(CustomerStates states) {
        RedisRepair repair = new RedisRepair(states, sql, unkept, settings.listener());
        repair.repairMine(lease.place());
        upkeep.often(() -> repair.repairMine(lease.place()));
        upkeep.often(repair::repairTheSilent);
        upkeep.often(repair::repairTheGone);
        return repair;
    }

    public Dues dues() {
        return new DuesInMySql(sql, programs, leases());
    }

    public Leases leases() {
        return new LeasesInMySql(sql, lease, settings.lease());
    }

    public InternalEvents internalEvents() {
        return new OutboxInMySql(sql, json, lease);
    }

    public Histories histories() {
        return new HistoriesInMySql(sql, json);
    }

    public CheckoutPast checkoutPast() {
        return new Records(sql, json);
    }

    public Timeline timeline() {
        return new PeopleInMySql(sql, json);
    }

    public Persons persons() {
        return new PeopleInMySql(sql, json);
    }

    /** Commits that wait for their transaction now. */
    public int waiting() {
        return committer.waiting();
    }

    /** The number of this node; its batches carry it. */
    public int node() {
        return lease.id();
    }

    @Override
    public void close() {
        upkeep.close();
        committer.close();
        try {
            beat();
            lease.release();
        } catch (DataAccessException e) {
            LOG.warn("Node {} could not give its place free; its lease runs out by itself", lease.id(), e);
        }
    }
}
