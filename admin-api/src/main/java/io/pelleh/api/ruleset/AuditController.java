package io.pelleh.api.ruleset;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.audit.AuditLog.Entry;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what in the caller's program, newest first. */
@RestController
@RequestMapping(path = "/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditController {

    private static final int PAGE = 100;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    @Needs(roles = Role.VIEWER)
    @GetMapping
    byte[] list(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        List<Entry> page = audit.before(caller.program(), before(cursor), PAGE);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("entries");
            for (Entry entry : page) {
                json.writeStartObject();
                json.writeStringProperty("at", entry.at().toString());
                json.writeStringProperty("actor", entry.done().actor());
                json.writeStringProperty("action", entry.done().action());
                json.writeStringProperty("subject", entry.done().subject());
                json.writeName("detail");
                json.writeRawValue(entry.done().detail());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.size() < PAGE) {
                json.writeNullProperty("nextCursor");
            } else {
                json.writeStringProperty(
                        "nextCursor", Long.toString(page.getLast().id()));
            }
            json.writeEndObject();
        });
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (cursor.isEmpty() || cursor.length() > 18 || !cursor.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refused.parameter("cursor", "a cursor is taken from the page before");
        }
        return Long.parseLong(cursor);
    }
}
