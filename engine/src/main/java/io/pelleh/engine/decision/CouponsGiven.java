package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.decision.Refusal.Code;
import io.pelleh.engine.facts.Basket;
import io.pelleh.engine.facts.Customer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes of a basket that stand in batches: which of them may be used, and why others may not. */
final class CouponsGiven {

    private final Question question;

    /** By the code as it was given. */
    private final Map<String, CouponOnFile> files = new LinkedHashMap<>();

    /** Of each batch the first code that may be used, as it was given. */
    private final Map<String, String> usable = new LinkedHashMap<>();

    CouponsGiven(Question question) {
        this.question = question;
        Goods goods = question.goods();
        if (goods != null && !question.inputs().coupons().isEmpty()) {
            read(goods.coupons());
        }
    }

    private void read(List<String> codes) {
        Map<String, CouponOnFile> known = new HashMap<>();
        question.inputs().coupons().forEach(file -> known.put(file.code(), file));
        for (String code : codes) {
            CouponOnFile file = known.get(CouponCode.normal(code));
            if (file != null && question.rules().coupons(code).isEmpty()) {
                add(code, file);
            }
        }
    }

    private void add(String code, CouponOnFile file) {
        files.put(code, file);
        if (flaw(file).isEmpty()) {
            usable.putIfAbsent(file.batch(), code);
        }
    }

    /** The basket of a question, with the batches of its codes. */
    static Basket basket(Question question, Customer customer, Goods goods) {
        return new Basket(customer, goods, List.copyOf(new CouponsGiven(question).usable.keySet()));
    }

    /** The codes that could be used at an instant, as they were given. */
    Map<String, CouponOnFile> usable(Instant at) {
        @Nullable CustomerId who = question.guest() ? null : question.before().id();
        Map<String, CouponOnFile> usable = new LinkedHashMap<>(files);
        usable.values().removeIf(file -> file.flaw(at, who).isPresent());
        return usable;
    }

    /** What is on file of a code, as it was given. */
    Optional<CouponOnFile> find(String code) {
        return Optional.ofNullable(files.get(code));
    }

    /** Why a code may not be used, if it may not. */
    Optional<Code> flaw(CouponOnFile file) {
        @Nullable CustomerId who = question.guest() ? null : question.before().id();
        return file.flaw(question.now(), who);
    }

    /** The rule, with the code that it redeems where it asks for one of a batch. */
    Rule redeeming(Rule rule) {
        for (String batch : rule.terms().batches()) {
            String code = usable.get(batch);
            if (code != null) {
                return rule.asking(code);
            }
        }
        return rule;
    }
}
