package io.pelleh.api.coupon.mysql;

import io.pelleh.api.coupon.Batches;
import io.pelleh.api.coupon.Codes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Hands out the tables of coupons. */
public final class CouponTables {

    private final BatchTable batches;
    private final CodeTable codes;

    public CouponTables(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.batches = new BatchTable(jdbc, transactions);
        this.codes = new CodeTable(JdbcClient.create(jdbc));
    }

    public Batches batches() {
        return batches;
    }

    public Codes codes() {
        return codes;
    }
}
