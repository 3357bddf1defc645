package io.pelleh.api.coupon.mysql;

import io.pelleh.api.coupon.Batches;
import io.pelleh.api.coupon.Codes;
import io.pelleh.api.coupon.OwnCodes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Hands out the tables of coupons. */
public final class CouponTables {

    private final BatchTable batches;
    private final CodeTable codes;
    private final OwnCodeTable own;

    public CouponTables(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.batches = new BatchTable(jdbc, transactions);
        JdbcClient client = JdbcClient.create(jdbc);
        this.codes = new CodeTable(client);
        this.own = new OwnCodeTable(client);
    }

    public Batches batches() {
        return batches;
    }

    public Codes codes() {
        return codes;
    }

    public OwnCodes own() {
        return own;
    }
}
