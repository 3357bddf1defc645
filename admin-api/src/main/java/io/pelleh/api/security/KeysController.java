package io.pelleh.api.security;

import io.pelleh.api.json.Faults;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    private static final int MAX_SCOPES = 3;
    private static final int MAX_WORD = 10;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    private final KeyRing ring;
    private final KeyStore store;

    KeysController(KeyRing ring, KeyStore store) {
        this.ring = ring;
        this.store = store;
    }

    @Needs(Scope.ADMIN)
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

    @Needs(Scope.ADMIN)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Caller caller, HttpServletRequest request) throws IOException {
        Fields body = Fields.of(Json.read(request.getInputStream().readAllBytes()), new Faults());
        body.only(Set.of("actor", "scopes"));
        String actor = body.text("actor", MAX_ACTOR);
        Set<Scope> scopes = scopes(body);
        body.faults().refuseIfAny();
        KeyRing.Issued issued = ring.issue(caller.program(), actor, scopes);
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
            Scope.of(word).ifPresentOrElse(scopes::add, () -> fault(body));
        }
        if (scopes.isEmpty()) {
            fault(body);
        }
        return scopes;
    }

    private static void fault(Fields body) {
        body.fault("scopes", "unknown_value", "some of decide, ingest and admin are expected here");
    }

    @Needs(Scope.ADMIN)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable String id) {
        if (!ID.matcher(id).matches() || !ring.revoke(caller.program(), id)) {
            throw new Refused(Code.KEY_NOT_FOUND, "the program has no key of this id");
        }
        return ResponseEntity.noContent().build();
    }

    private static void members(JsonGenerator json, ApiKey key) {
        json.writeStringProperty("id", key.id());
        json.writeStringProperty("actor", key.actor());
        json.writeArrayPropertyStart("scopes");
        new TreeSet<>(key.scopes()).forEach(scope -> json.writeString(scope.word()));
        json.writeEndArray();
        json.writeStringProperty("createdAt", key.createdAt().toString());
        if (key.revokedAt() == null) {
            json.writeNullProperty("revokedAt");
        } else {
            json.writeStringProperty("revokedAt", key.revokedAt().toString());
        }
    }
}
