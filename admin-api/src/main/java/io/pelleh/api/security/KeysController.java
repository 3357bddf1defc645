package io.pelleh.api.security;

import io.pelleh.api.audit.AuditLog;
import io.pelleh.api.audit.AuditLog.Done;
import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** API keys of the caller's program. */
@RestController
@RequestMapping(path = "/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
class KeysController {

    private static final int MAX_ACTOR = 100;
    private static final int MAX_SCOPES = 2;
    private static final int MAX_WORD = 10;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    private final KeyRing ring;
    private final KeyStore store;
    private final AuditLog audit;

    KeysController(KeyRing ring, KeyStore store, AuditLog audit) {
        this.ring = ring;
        this.store = store;
        this.audit = audit;
    }

    @Needs(roles = Role.ADMIN)
    @GetMapping
    byte[] list(Caller caller) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("keys");
            store.of(caller.program()).forEach(key -> {
                json.writeStartObject();
                members(json, key);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Needs(roles = Role.ADMIN)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Caller caller, HttpServletRequest request) throws IOException {
        Fields body = Fields.of(Json.read(request.getInputStream().readAllBytes()), new Faults());
        body.only(Set.of("actor", "scopes", "role"));
        String actor = body.text("actor", MAX_ACTOR);
        Set<Scope> scopes = scopes(body);
        Role role = role(body);
        if (scopes.isEmpty() && role == null) {
            scopeFault(body);
        }
        body.faults().refuseIfAny();
        KeyRing.Issued issued = ring.issue(caller.program(), actor, scopes, role);
        audit(caller, "key.made", issued.key().id(), scopes + " " + role);
        return ResponseEntity.status(HttpStatus.CREATED).body(Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("key", issued.token());
            members(json, issued.key());
            json.writeEndObject();
        }));
    }

    private static Set<Scope> scopes(Fields body) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : body.texts("scopes", MAX_SCOPES, MAX_WORD)) {
            Scope.of(word).ifPresentOrElse(scopes::add, () -> scopeFault(body));
        }
        return scopes;
    }

    private static void scopeFault(Fields body) {
        body.fault("scopes", "unknown_value", "some of decide and ingest are expected here, or a role");
    }

    private static @Nullable Role role(Fields body) {
        String word = body.textOrNull("role", MAX_WORD);
        Optional<Role> role = Optional.ofNullable(word).flatMap(Role::of);
        if (word != null && role.isEmpty()) {
            body.fault("role", "unknown_value", "viewer, marketer, approver, operator or admin is expected here");
        }
        return role.orElse(null);
    }

    @Needs(roles = Role.ADMIN)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable String id) {
        if (!ID.matcher(id).matches() || !ring.revoke(caller.program(), id)) {
            throw new Refused(Code.KEY_NOT_FOUND, "the program has no key of this id");
        }
        audit(caller, "key.revoked", id, "");
        return ResponseEntity.noContent().build();
    }

    private void audit(Caller caller, String action, String key, String what) {
        byte[] detail = Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("allows", what);
            json.writeEndObject();
        });
        audit.add(new Done(
                caller.program(), caller.actor(), action, "key/" + key, new String(detail, StandardCharsets.UTF_8)));
    }

    private static void members(JsonGenerator json, ApiKey key) {
        json.writeStringProperty("id", key.id());
        json.writeStringProperty("actor", key.actor());
        json.writeArrayPropertyStart("scopes");
        new TreeSet<>(key.scopes()).forEach(scope -> json.writeString(scope.word()));
        json.writeEndArray();
        if (key.role() == null) {
            json.writeNullProperty("role");
        } else {
            json.writeStringProperty("role", key.role().word());
        }
        json.writeStringProperty("createdAt", key.createdAt().toString());
        if (key.revokedAt() == null) {
            json.writeNullProperty("revokedAt");
        } else {
            json.writeStringProperty("revokedAt", key.revokedAt().toString());
        }
    }
}
