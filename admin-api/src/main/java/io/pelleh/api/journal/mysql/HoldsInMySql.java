package io.pelleh.api.journal.mysql;

import io.pelleh.engine.checkout.CheckoutState;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.flow.CouponHolds;
import io.pelleh.engine.flow.CouponHolds.Hold;
import io.pelleh.engine.flow.JournalUnavailable;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets open checkouts hold uses of codes. Whoever holds or redeems a code has the row of its counter locked, so that
 * neither can pass its limit; locks are taken in the order of a commit: the checkout, then counters.
 */
final class HoldsInMySql {

    /** A row that is there already is locked for writing at once; two who only look first would stop each other. */
    private static final String LOCK =
            "INSERT INTO counter (program, id, used) VALUES (?, ?, 0) ON DUPLICATE KEY UPDATE used = used";

    private static final String TAKEN = "SELECT used + (SELECT COUNT(*) FROM coupon_hold WHERE program = ? AND code = ?"
            + " AND checkout <> ? AND held_until > ?) FROM counter WHERE program = ? AND id = ? AND period = ''";

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    HoldsInMySql(DataSource source) {
        this.sql = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        // Each statement must see what was written before it got its lock.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Holds all or nothing; a checkout that is not open any more holds nothing. */
    boolean hold(CouponHolds holds) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean done = held(holds);
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (ConcurrencyFailureException e) {
            // Two got in each other's way, and this one has to look again.
            return false;
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | RecoverableDataAccessException
                | CannotCreateTransactionException e) {
            throw new JournalUnavailable("MySQL cannot be reached", e);
        }
    }

    private boolean held(CouponHolds holds) {
        String program = holds.program().value();
        String checkout = holds.checkout().value();
        List<Hold> codes =
                holds.codes().stream().sorted(Comparator.comparing(Hold::code)).toList();
        if (!codes.isEmpty() && !open(program, checkout)) {
            return true;
        }
        LocalDateTime now = Times.column(holds.now());
        for (Hold hold : codes) {
            String counter = CouponOnFile.COUNTER + hold.code();
            sql.update(LOCK, program, counter);
            Long taken = sql.queryForObject(TAKEN, Long.class, program, hold.code(), checkout, now, program, counter);
            if (taken == null || taken >= hold.most()) {
                return false;
            }
        }
        sql.update("DELETE FROM coupon_hold WHERE program = ? AND checkout = ?", program, checkout);
        for (Hold hold : codes) {
            sql.update(
                    "INSERT INTO coupon_hold (program, checkout, code, held_until) VALUES (?, ?, ?, ?)",
                    program,
                    checkout,
                    hold.code(),
                    Times.column(hold.until()));
        }
        return true;
    }

    /** Locks the row of the checkout, which is made where no flush has written it yet. */
    private boolean open(String program, String checkout) {
        sql.update(
                "INSERT INTO checkout (program, id, state, revision, holds) VALUES (?, ?, 'OPEN', 0, TRUE)"
                        + " ON DUPLICATE KEY UPDATE holds = TRUE",
                program,
                checkout);
        String state = sql.queryForObject(
                "SELECT state FROM checkout WHERE program = ? AND id = ?", String.class, program, checkout);
        return CheckoutState.OPEN.name().equals(state);
    }
}
