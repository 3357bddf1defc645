package io.pelleh.api.wiring;

import io.pelleh.api.coupon.Batch;
import io.pelleh.api.coupon.Batches;
import io.pelleh.api.coupon.Codes;
import io.pelleh.api.coupon.CouponMill;
import io.pelleh.api.coupon.GuessesInMemory;
import io.pelleh.api.coupon.OwnCodes;
import io.pelleh.api.coupon.mysql.CouponTables;
import io.pelleh.api.coupon.redis.GuessesInRedis;
import io.pelleh.api.job.Runs;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Coupon codes by the batch. */
@Configuration(proxyBeanMethods = false)
class CouponWiring {

    @Bean
    CouponTables couponTables(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new CouponTables(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    Batches couponBatches(CouponTables tables) {
        return tables.batches();
    }

    @Bean
    Codes couponCodes(CouponTables tables) {
        return tables.codes();
    }

    @Bean
    OwnCodes ownCodes(CouponTables tables) {
        return tables.own();
    }

    @Bean
    Runs<Batch> couponMill(Batches batches) {
        return new Runs<>(new CouponMill(batches));
    }

    @Bean
    GuessesInRedis guessCounts(@Value("${pelleh.redis.uri}") String uri, InstantSource clock) {
        return new GuessesInRedis(uri, new GuessesInMemory(clock));
    }

    /** What a node left behind goes on once everything here is up. */
    @Bean
    GenericApplicationListener abandonedCoupons(Runs<Batch> mill) {
        return GenericApplicationListener.forEventType(ApplicationReadyEvent.class, _ -> mill.watch());
    }
}
