package io.pelleh.api.coupon;

import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.engine.program.Programs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One code, and taking codes out of use: each by itself, or a batch as a whole. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BlocksController {

    private final Issuing issuing;
    private final Tables tables;
    private final Programs programs;
    private final Trail trail;

    /** Where batches and codes are kept. */
    @Component
    record Tables(Batches batches, Codes codes) {}

    BlocksController(Issuing issuing, Tables tables, Programs programs, Trail trail) {
        this.issuing = issuing;
        this.tables = tables;
        this.programs = programs;
        this.trail = trail;
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/coupons/{code}")
    byte[] get(Caller caller, @PathVariable String code) {
        return json(caller, issuing.code(caller.program(), code));
    }

    @Needs(roles = {Role.MARKETER, Role.OPERATOR})
    @PostMapping("/coupons/{code}/block")
    byte[] block(Caller caller, @PathVariable String code) {
        return code(caller, code, now(caller));
    }

    @Needs(roles = {Role.MARKETER, Role.OPERATOR})
    @PostMapping("/coupons/{code}/unblock")
    byte[] unblock(Caller caller, @PathVariable String code) {
        return code(caller, code, null);
    }

    private byte[] code(Caller caller, String code, @Nullable Instant at) {
        String normal = issuing.code(caller.program(), code).code().code();
        tables.codes().block(caller.program(), normal, at);
        trail.code(caller, at == null ? "coupon.unblocked" : "coupon.blocked", normal);
        return json(caller, issuing.code(caller.program(), normal));
    }

    @Needs(roles = {Role.MARKETER, Role.OPERATOR})
    @PostMapping("/coupon-batches/{name}/block")
    byte[] blockAll(Caller caller, @PathVariable String name) {
        return batch(caller, name, now(caller));
    }

    @Needs(roles = {Role.MARKETER, Role.OPERATOR})
    @PostMapping("/coupon-batches/{name}/unblock")
    byte[] unblockAll(Caller caller, @PathVariable String name) {
        return batch(caller, name, null);
    }

    private byte[] batch(Caller caller, String name, @Nullable Instant at) {
        tables.batches().block(issuing.find(caller.program(), name), at);
        Batch now = issuing.find(caller.program(), name);
        trail.batch(caller, at == null ? "coupons.unblocked" : "coupons.blocked", name, now);
        return Json.write(json -> CouponJson.batch(json, now));
    }

    private Instant now(Caller caller) {
        return programs.now(programs.get(caller.program()));
    }

    private byte[] json(Caller caller, Codes.Found found) {
        Instant now = now(caller);
        return Json.write(json -> CouponJson.found(json, found, now));
    }
}
