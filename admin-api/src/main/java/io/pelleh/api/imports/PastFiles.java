package io.pelleh.api.imports;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.imports.Chunk.Placed;
import io.pelleh.api.imports.Groups.Batch;
import io.pelleh.api.imports.StagedRows.Reject;
import io.pelleh.api.imports.csv.Mapping;
import io.pelleh.api.imports.csv.MappingJson;
import io.pelleh.api.imports.csv.Row.Sale;
import io.pelleh.api.imports.csv.RowRejected;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.program.Program;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files of past orders and returns that are read as an import reads them and never brought in: until they are dropped
 * their rows wait in the tables between file and journal.
 */
public final class PastFiles {

    private static final long MAX_BYTES = 1L << 30;
    private static final long MAX_ROWS = 2_000_000;

    private final Stores stores;
    private final Identities identities;

    public PastFiles(JdbcTemplate jdbc, TransactionOperations transactions, Identities identities) {
        this.stores = Stores.in(jdbc, transactions);
        this.identities = identities;
    }

    /** The parts of a form. */
    public static Collection<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (ServletException | IOException e) {
            throw new Refused(Code.MALFORMED_REQUEST, "the body is no multipart form");
        } catch (IllegalStateException e) {
            throw new Refused(Code.TOO_LARGE, "the form has more parts or bytes than it may have");
        }
    }

    /**
     * Files as they are kept.
     *
     * @param mapping JSON, as it was sent
     * @param source where the rows come from
     */
    public record Kept(String mapping, String source, List<Name> files) {
        public Kept {
            files = List.copyOf(files);
        }
    }

    /** A file as it was sent. */
    public record Name(String name, long bytes) {}

    /**
     * Keeps the files of a form under an id.
     *
     * @throws Refused when the mapping is wrong, or a file is not as it says
     */
    public Kept keep(String id, Collection<Part> parts, Program program) throws IOException {
        SentFiles sent = SentFiles.of(parts, program);
        if (sent.mapping().kind() == Mapping.Kind.CUSTOMERS) {
            throw Refused.because(
                    Code.INVALID, new Fault("/mapping/kind", "no_orders", "a file of orders or returns is expected"));
        }
        if (sent.bytes() > MAX_BYTES) {
            throw new Refused(Code.TOO_LARGE, "the files have more than " + MAX_BYTES + " bytes; import them instead");
        }
        List<Name> files = sent.keep(stores.uploads(), id).stream()
                .map(file -> new Name(file.name(), file.bytes()))
                .toList();
        return new Kept(sent.json(), sent.source(), files);
    }

    /**
     * Kept files, of a program, as of an instant after which nothing may have happened.
     *
     * @param id under which they are kept
     */
    public record Task(Program program, String id, Kept kept, Instant now) {

        private Job job() {
            Mapping mapping = MappingJson.read(kept.mapping().getBytes(StandardCharsets.UTF_8));
            List<Job.Upload> files = kept.files().stream()
                    .map(file -> new Job.Upload(file.name(), file.bytes()))
                    .toList();
            return new Job(
                    program.id(),
                    id,
                    Job.State.STAGING,
                    new Job.Plan(mapping, kept.source(), files, "", now),
                    new Job.Counts(0, 0, 0, 0),
                    Job.Place.BEGIN,
                    new Job.Pace(0, now, null),
                    null);
        }
    }

    /**
     * Reads the rows, from the beginning, and says which were left out.
     *
     * @param read is told how many rows were read, after every few thousand; what it throws ends it
     * @throws TooManyRows for files of more than two million
     */
    public LeftOut stage(Task task, LongConsumer read) throws IOException {
        stores.rows().drop(task.id());
        stores.rows().dropRejects(task.id());
        Staging staging = new Staging(task, read);
        new Stager(stores, task.job(), task.program(), staging).run();
        return staging.leftOut;
    }

    /** The files have more rows than are decided again. */
    public static final class TooManyRows extends RuntimeException {

        TooManyRows() {
            super("the files have more than " + MAX_ROWS + " rows; import them instead", null, false, false);
        }
    }

    private static final class Staging implements Stager.Watch {

        private final Map<String, String> buyers = new HashMap<>();
        private final LeftOut leftOut;
        private final LongConsumer told;

        Staging(Task task, LongConsumer told) {
            this.leftOut = new LeftOut(task.kept());
            this.told = told;
        }

        /** An order has one buyer: who came first in the files. */
        @Override
        public void row(Placed placed) throws RowRejected {
            if (placed.row() instanceof Sale sale
                    && !sale.returned()
                    && !sale.orderId().isEmpty()) {
                String buyer = buyers.putIfAbsent(sale.orderId(), sale.customer());
                if (buyer != null && !buyer.equals(sale.customer())) {
                    throw new RowRejected("order_of_another_customer");
                }
            }
        }

        @Override
        public void slice(JobRows.Step step, List<Reject> rejects) {
            leftOut.add(step.more(), rejects);
            if (leftOut.read() > MAX_ROWS) {
                throw new TooManyRows();
            }
            told.accept(leftOut.read());
        }
    }

    /** Customers among the rows. */
    public long customers(String id) {
        return stores.rows().customers(id);
    }

    /** Reads what was staged, from the beginning. */
    public Reading open(Task task) {
        Job job = task.job();
        return new Reading(
                new Groups(stores.rows(), job.id(), ""), new Assembly(task.program(), job.plan(), identities));
    }

    /** What happened, customer by customer, then the guests; for one thread at a time. */
    public static final class Reading {

        private final Groups groups;
        private final Assembly assembly;

        private Reading(Groups groups, Assembly assembly) {
            this.groups = groups;
            this.assembly = assembly;
        }

        /** The next customer's events, or those of some guests; null when there are no more. */
        public @Nullable Past next() {
            Batch batch = groups.next();
            if (batch == null) {
                return null;
            }
            CustomerId customer =
                    batch.guests() ? null : new CustomerId(batch.last().substring(1));
            return new Past(customer, assembly, batch);
        }
    }

    /** What happened to one customer, or to some guests. */
    public static final class Past {

        private final @Nullable CustomerId customer;
        private final Assembly assembly;
        private final Batch batch;

        private Past(@Nullable CustomerId customer, Assembly assembly, Batch batch) {
            this.customer = customer;
            this.assembly = assembly;
            this.batch = batch;
        }

        /** Null for guests. */
        public @Nullable CustomerId customer() {
            return customer;
        }

        /** In the order in which an import applies them; orders that no amount can hold are left out. */
        public List<Event> events() {
            return assembly.make(batch.groups()).events().stream()
                    .map(Assembly.Source::event)
                    .toList();
        }
    }

    /** Forgets files and rows. */
    public void drop(String id) {
        stores.rows().drop(id);
        stores.rows().dropRejects(id);
        stores.uploads().drop(id);
    }
}
