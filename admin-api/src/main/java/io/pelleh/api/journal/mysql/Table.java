package io.pelleh.api.journal.mysql;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** What a batch writes, in this order on every node. */
enum Table {
    JOURNAL(
            true,
            insert(
                    "journal",
                    "node_id, batch, seq, program, source, event_id, type, origin, digest, customer, version,"
                            + " occurred_at, decided_at, release_no, happening, decision, state_after")),
    ANSWER(true, insert("answer", "node_id, batch, seq, status, body, decided_at")),
    OUTBOX(true, insert("outbox", "node_id, batch, seq, program, kind, payload")),
    COUNTER_ENTRY(true, insert("counter_entry", "node_id, batch, seq, program, counter, period, amount, position")),
    CUSTOMER(
            false,
            upsert(
                    "customer",
                    "program, id",
                    "version, decided_at, next_due, rung, tier, segment, loyalty, frequency, recency, monetary,"
                            + " order_count, spent, points, last_order_at, release_no, merged_into, state")),
    SEGMENT_LEFT(false, "DELETE FROM customer_segment WHERE program = ? AND segment = ? AND customer = ?"),
    SEGMENT_ENTERED(
            false,
            insert("customer_segment", "program, segment, customer") + " ON DUPLICATE KEY UPDATE "
                    + overwrite("customer")),
    ORDER_FRESH(false, insert("customer_order", Columns.ORDER)),
    ORDER_CHANGED(
            false,
            insert("customer_order", Columns.ORDER)
                    + " ON DUPLICATE KEY UPDATE paid_at = COALESCE(VALUES(paid_at), paid_at),"
                    + " shipped_at = COALESCE(VALUES(shipped_at), shipped_at), "
                    + overwrite(Columns.ORDER_CHANGES)),
    CHECKOUT_FRESH(false, insert("checkout", "program, id, state, revision, customer, order_id, given_back")),
    CHECKOUT_CHANGED(
            false,
            insert("checkout", "program, id, state, revision, customer, order_id, given_back")
                    + " ON DUPLICATE KEY UPDATE next_due = IF(VALUES(state) = 'OPEN', next_due, NULL), "
                    + overwrite("state, revision, customer, order_id, given_back")),
    COUPON_ISSUED(
            false,
            "INSERT INTO coupon (batch, program, code, customer, valid_until, issued_by)"
                    + " SELECT id, program, ?, ?, ?, ? FROM coupon_batch WHERE program = ? AND name = ?"),
    COUPON_WITHDRAWN(false, "UPDATE coupon SET withdrawn_at = ? WHERE program = ? AND code = ?"),
    COUPON_HOLD_LEFT(false, "DELETE FROM coupon_hold WHERE program = ? AND checkout = ?"),
    LEDGER_ENTRY(false, insert("ledger_entry", "program, customer, version, seq, kind, lot, points, at")),
    LOT(false, upsert("lot", "program, customer, id", "earned, remaining, earned_at, active_at, expires_at")),
    ALIAS(false, upsert("alias", "program, kind, value", "customer")),
    ALIAS_MOVED(false, "UPDATE alias SET customer = ? WHERE program = ? AND customer = ?"),
    PERSON(
            false,
            insert("person", "program, customer, " + Columns.PERSON + ", attributes") + " ON DUPLICATE KEY UPDATE "
                    + Columns.learnt()),
    CONSENT(
            false,
            insert("consent", "program, customer, purpose, channel, given, changed_at")
                    + " ON DUPLICATE KEY UPDATE given = IF(VALUES(changed_at) >= changed_at, VALUES(given), given),"
                    + " changed_at = GREATEST(changed_at, VALUES(changed_at))"),
    INTEREST(
            false,
            insert("interest", "program, sku, customer, asked, last_asked_at")
                    + " ON DUPLICATE KEY UPDATE asked = asked + VALUES(asked),"
                    + " last_asked_at = GREATEST(last_asked_at, VALUES(last_asked_at))"),
    PERSON_ABSORBED(
            false,
            "INSERT INTO person (program, customer, " + Columns.PERSON + ", attributes)"
                    + " SELECT old.program, ?, " + Columns.of("old", Columns.PERSON) + ", old.attributes"
                    + " FROM person old WHERE old.program = ? AND old.customer = ?"
                    + " ON DUPLICATE KEY UPDATE " + Columns.kept()),
    CONSENT_ABSORBED(
            false,
            "INSERT INTO consent (program, customer, purpose, channel, given, changed_at)"
                    + " SELECT old.program, ?, old.purpose, old.channel, old.given, old.changed_at"
                    + " FROM consent old WHERE old.program = ? AND old.customer = ?"
                    + " ON DUPLICATE KEY UPDATE"
                    + " given = IF(VALUES(changed_at) > consent.changed_at, VALUES(given), consent.given),"
                    + " changed_at = GREATEST(consent.changed_at, VALUES(changed_at))"),
    INTEREST_ABSORBED(
            false,
            "INSERT INTO interest (program, sku, customer, asked, last_asked_at)"
                    + " SELECT old.program, old.sku, ?, old.asked, old.last_asked_at"
                    + " FROM interest old WHERE old.program = ? AND old.customer = ?"
                    + " ON DUPLICATE KEY UPDATE asked = interest.asked + VALUES(asked),"
                    + " last_asked_at = GREATEST(interest.last_asked_at, VALUES(last_asked_at))"),
    PERSON_LEFT(false, "DELETE FROM person WHERE program = ? AND customer = ?");

    private static final String VALUES = ") VALUES ";
    private static final String DUPLICATE = " ON DUPLICATE KEY UPDATE ";

    private final boolean placed;
    private final String sql;

    Table(boolean placed, String sql) {
        this.placed = placed;
        this.sql = sql;
    }

    /** Whether its rows begin with node, batch and their place in it. */
    boolean placed() {
        return placed;
    }

    /** Whether several rows fit into one statement. */
    boolean together() {
        return sql.contains(VALUES);
    }

    /** The statement for so many rows; more than one only where they fit {@link #together}. */
    String sql(int rows) {
        if (rows == 1) {
            return sql;
        }
        int first = sql.indexOf(VALUES) + VALUES.length();
        int next = sql.indexOf(DUPLICATE, first);
        int end = next < 0 ? sql.length() : next;
        return sql.substring(0, first)
                + String.join(", ", Collections.nCopies(rows, sql.substring(first, end)))
                + sql.substring(end);
    }

    private static String insert(String table, String columns) {
        String places = Arrays.stream(columns.split(", "))
                .map(column -> Columns.BYTES.contains(table + "." + column) ? "FROM_BASE64(?)" : "?")
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + columns + VALUES + "(" + places + ")";
    }

    private static String upsert(String table, String key, String rest) {
        return insert(table, key + ", " + rest) + " ON DUPLICATE KEY UPDATE " + overwrite(rest);
    }

    // MariaDB does not know MySQL's row alias, so both get VALUES().
    private static String overwrite(String columns) {
        return Arrays.stream(columns.split(", ?"))
                .map(column -> column + " = VALUES(" + column + ")")
                .collect(Collectors.joining(", "));
    }

    /** Lists of columns used more than once. */
    private static final class Columns {

        // Connector/J writes bytes twice, digit by hexadecimal digit: a tenth of all CPU under load.
        static final Set<String> BYTES = Set.of("journal.state_after", "customer.state");
        static final String ORDER_CHANGES =
                "placed_at, customer, known, paid, counted, cancelled, spent, units, returned, returned_units, lot, points,"
                        + " return_ids";
        static final String ORDER = "program, id, paid_at, shipped_at, " + ORDER_CHANGES;
        static final String PERSON = "name, phone, email, gender, city, birth_date, locale";

        /** What is told replaces what was known; an erased person stays erased. */
        static String learnt() {
            return Arrays.stream(PERSON.split(", "))
                            .map(c -> c + " = IF(erased_at IS NULL, COALESCE(VALUES(" + c + "), " + c + "), NULL)")
                            .collect(Collectors.joining(", "))
                    + ", attributes = IF(erased_at IS NULL, IF(VALUES(attributes) IS NULL, attributes,"
                    + " JSON_MERGE_PATCH(COALESCE(attributes, '{}'), VALUES(attributes))), NULL)";
        }

        /** What was known stays; only what was missing is filled in. */
        static String kept() {
            return Arrays.stream((PERSON + ", attributes").split(", "))
                    .map(c ->
                            c + " = IF(person.erased_at IS NULL, COALESCE(person." + c + ", VALUES(" + c + ")), NULL)")
                    .collect(Collectors.joining(", "));
        }

        static String of(String table, String columns) {
            return Arrays.stream(columns.split(", ")).map(c -> table + "." + c).collect(Collectors.joining(", "));
        }
    }
}
