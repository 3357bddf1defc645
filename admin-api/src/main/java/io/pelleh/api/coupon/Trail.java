package io.pelleh.api.coupon;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what to batches and codes, in the audit log. */
@Component
class Trail {

    private final AuditLog audit;

    Trail(AuditLog audit) {
        this.audit = audit;
    }

    /** @param after the batch as it is now, or null where it did not change */
    void batch(Caller caller, String action, String name, @Nullable Batch after) {
        byte[] detail = Json.write(json -> {
            json.writeStartObject();
            if (after != null) {
                json.writeName("after");
                CouponJson.batch(json, after);
            }
            json.writeEndObject();
        });
        add(caller, action, "coupon-batch/" + name, detail);
    }

    void code(Caller caller, String action, String code) {
        add(caller, action, "coupon/" + code, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void add(Caller caller, String action, String subject, byte[] detail) {
        audit.add(new AuditLog.Done(
                caller.program(), caller.actor(), action, subject, new String(detail, StandardCharsets.UTF_8)));
    }
}
