package io.pelleh.api.imports;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Where imports are kept. */
record Stores(JobRows jobs, Uploads uploads, StagedRows rows, Orders orders, TransactionOperations transactions) {

    static Stores in(JdbcTemplate jdbc, TransactionOperations transactions) {
        JdbcClient client = JdbcClient.create(jdbc);
        return new Stores(
                new JobRows(client), new Uploads(client), new StagedRows(jdbc), new Orders(jdbc), transactions);
    }

    /** All or nothing. */
    void together(Runnable writes) {
        transactions.executeWithoutResult(status -> writes.run());
    }
}
