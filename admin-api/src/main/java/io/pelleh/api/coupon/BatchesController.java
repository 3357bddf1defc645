package io.pelleh.api.coupon;

import io.pelleh.api.coupon.Issuing.Issued;
import io.pelleh.api.job.Runs;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches of codes: begin, watch, stop, resume. */
@RestController
@RequestMapping(path = "/v1/coupon-batches", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchesController {

    private final Issuing issuing;
    private final Batches batches;
    private final Runs<Batch> mill;
    private final Trail trail;

    BatchesController(Issuing issuing, Batches batches, Runs<Batch> mill, Trail trail) {
        this.issuing = issuing;
        this.batches = batches;
        this.mill = mill;
        this.trail = trail;
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> begin(Caller caller, HttpServletRequest request) throws IOException {
        Issued issued = issuing.issue(caller, Json.read(request.getInputStream().readAllBytes()));
        Batch batch = issued.batch();
        if (issued.fresh()) {
            trail.batch(caller, "coupons.issued", batch.name(), batch);
        }
        HttpStatus done = issued.fresh() ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(batch.progress().state() == Batch.State.DONE ? done : HttpStatus.ACCEPTED)
                .location(URI.create("/v1/coupon-batches/" + batch.name()))
                .body(json(batch));
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping
    byte[] list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Pages.limit(limit);
        if (cursor != null && !BatchRequest.named(cursor)) {
            throw Refused.parameter("cursor", "a cursor is taken as it was given, from the page before");
        }
        List<Batch> page = batches.after(caller.program(), cursor == null ? "" : cursor, size);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("batches");
            page.forEach(batch -> CouponJson.batch(json, batch));
            json.writeEndArray();
            Pages.next(json, page, size, Batch::name);
            json.writeEndObject();
        });
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping("/{name}")
    byte[] get(Caller caller, @PathVariable String name) {
        return json(issuing.find(caller.program(), name));
    }

    /** Stops the making; the codes there are stay, and it can be resumed. */
    @Needs(roles = Role.MARKETER)
    @PostMapping("/{name}/cancel")
    byte[] cancel(Caller caller, @PathVariable String name) {
        batches.stop(issuing.find(caller.program(), name));
        return told(caller, "coupons.stopped", name);
    }

    @Needs(roles = Role.MARKETER)
    @PostMapping("/{name}/resume")
    ResponseEntity<byte[]> resume(Caller caller, @PathVariable String name) {
        mill.resume(issuing.find(caller.program(), name));
        return ResponseEntity.accepted().body(told(caller, "coupons.resumed", name));
    }

    private byte[] told(Caller caller, String action, String name) {
        Batch now = issuing.find(caller.program(), name);
        trail.batch(caller, action, name, now);
        return json(now);
    }

    private static byte[] json(Batch batch) {
        return Json.write(json -> CouponJson.batch(json, batch));
    }
}
