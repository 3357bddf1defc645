package io.pelleh.api.coupon;

import io.pelleh.api.identity.Identities;
import io.pelleh.api.job.Runs;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.engine.checkout.CouponCode;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Begins new batches, once for each name. */
@Component
class Issuing {

    /** Codes that are made before the answer; more are made in the background. */
    private static final int AT_ONCE = 10_000;

    private final Batches batches;
    private final Codes codes;
    private final Runs<Batch> mill;
    private final Identities identities;

    Issuing(Batches batches, Codes codes, Runs<Batch> mill, Identities identities) {
        this.batches = batches;
        this.codes = codes;
        this.mill = mill;
        this.identities = identities;
    }

    /** A batch, and whether it is new. */
    record Issued(Batch batch, boolean fresh) {}

    Issued issue(Caller caller, JsonNode body) {
        BatchRequest request = BatchRequest.read(body);
        String digest = identities.digests().of("coupon-batch", Json.canonical(body));
        Batch batch = batch(caller, request, digest);
        if (batches.find(caller.program(), request.name()).isEmpty()) {
            free(caller.program(), batch);
            if (batches.add(batch, request.customers())) {
                return new Issued(begun(caller.program(), request), true);
            }
        }
        Batch known = find(caller.program(), request.name());
        if (!known.making().digest().equals(digest)) {
            throw Refused.because(
                    Code.COUPON_BATCH_EXISTS,
                    new Fault("/name", "exists", "there is another batch of this name; give this one another"));
        }
        return new Issued(known, false);
    }

    private static Batch batch(Caller caller, BatchRequest request, String digest) {
        return new Batch(
                caller.program(),
                0,
                request.name(),
                new Batch.Making(
                        request.pattern(),
                        request.given(),
                        !request.customers().isEmpty(),
                        request.count(),
                        digest,
                        caller.actor()),
                request.use(),
                new Batch.Progress(Batch.State.GENERATING, 0, 0, Instant.EPOCH, null, null));
    }

    private void free(ProgramId program, Batch batch) {
        if (batch.making().given()
                && codes.find(program, batch.making().codes().normal()).isPresent()) {
            throw taken();
        }
    }

    private static Refused taken() {
        return Refused.because(
                Code.COUPON_EXISTS, new Fault("/code", "exists", "this code stands in another batch already"));
    }

    private Batch begun(ProgramId program, BatchRequest request) {
        Batch batch = find(program, request.name());
        if (request.count() > AT_ONCE) {
            mill.resume(batch);
        } else {
            mill.finish(batch);
        }
        Batch now = find(program, request.name());
        if (request.given() && now.progress().state() == Batch.State.FAILED) {
            batches.forget(now);
            throw taken();
        }
        return now;
    }

    /** @throws Refused when the program has no such batch */
    Batch find(ProgramId program, String name) {
        return Optional.of(name)
                .filter(BatchRequest::named)
                .flatMap(known -> batches.find(program, known))
                .orElseThrow(() ->
                        new Refused(Code.COUPON_BATCH_NOT_FOUND, "the program has no batch of coupons of this name"));
    }

    /** @throws Refused when no batch has such a code */
    Codes.Found code(ProgramId program, String code) {
        return codes.find(program, CouponCode.normal(code))
                .orElseThrow(() -> new Refused(Code.COUPON_NOT_FOUND, "no batch of the program has this code"));
    }
}
