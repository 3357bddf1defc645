package io.pelleh.api.checkout;

import io.pelleh.api.checkout.Checkouts.Manner;
import io.pelleh.api.json.Fields;
import io.pelleh.api.json.Instants;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code PUT} and {@code GET} of a checkout. */
@RestController
@RequestMapping(path = "/v1/checkouts", produces = MediaType.APPLICATION_JSON_VALUE)
class CheckoutsController {

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final int MAX_ID = 128;

    private final Programs programs;
    private final Checkouts checkouts;
    private final Back back;
    private final CheckoutLookup lookup;

    CheckoutsController(Programs programs, Checkouts checkouts, Back back, CheckoutLookup lookup) {
        this.back = back;
        this.lookup = lookup;
        this.programs = programs;
        this.checkouts = checkouts;
    }

    /** What takes back. */
    @Component
    record Back(Returns returns, Exchanges exchanges) {}

    @Needs(Scope.DECIDE)
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> put(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        Program program = programs.get(caller.program());
        JsonNode body = Json.read(request.getInputStream().readAllBytes());
        Manner manner = new Manner(
                dry(request.getParameter("dry")),
                at(request.getParameter("at")),
                idempotencyKey(request.getHeader("Idempotency-Key")),
                explained(request.getParameter("explain")),
                caller.actor());
        return checkouts.put(program, checkout(id), body, manner);
    }

    @Needs(Scope.DECIDE)
    @PostMapping(path = "/{id}/returns", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> giveBack(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        Program program = programs.get(caller.program());
        JsonNode body = Json.read(request.getInputStream().readAllBytes());
        return back.returns().post(program, checkout(id), body, manner(caller, request));
    }

    @Needs(Scope.DECIDE)
    @PostMapping(path = "/{id}/exchanges", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> exchange(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        Program program = programs.get(caller.program());
        JsonNode body = Json.read(request.getInputStream().readAllBytes());
        return back.exchanges().post(program, checkout(id), body, manner(caller, request));
    }

    private static Manner manner(Caller caller, HttpServletRequest request) {
        String key = idempotencyKey(request.getHeader("Idempotency-Key"));
        return new Manner(dry(request.getParameter("dry")), null, key, false, caller.actor());
    }

    @Needs(value = Scope.DECIDE, roles = Role.VIEWER)
    @GetMapping("/{id}")
    byte[] get(Caller caller, @PathVariable String id, HttpServletRequest request) {
        Instant at = at(request.getParameter("at"));
        Optional<byte[]> found = at == null
                ? lookup.find(caller.program(), checkout(id))
                : lookup.find(caller.program(), checkout(id), at);
        return found.orElseThrow(() -> new Refused(Code.CHECKOUT_NOT_FOUND, "the program has no checkout of this id"));
    }

    private static CheckoutId checkout(String id) {
        if (!Fields.sound(id, MAX_ID)) {
            throw Refused.parameter(
                    "id", "a checkout id has 1 to 128 characters, without blanks around them or control characters");
        }
        return new CheckoutId(id);
    }

    private static boolean dry(@Nullable String dry) {
        return switch (dry) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.parameter("dry", "dry is true or false");
        };
    }

    private static boolean explained(@Nullable String explain) {
        return switch (explain) {
            case null -> false;
            case "none" -> false;
            case "near" -> true;
            default -> throw Refused.parameter("explain", "explain is none or near");
        };
    }

    private static @Nullable Instant at(@Nullable String at) {
        return at == null ? null : Instants.parameter("at", at);
    }

    private static @Nullable String idempotencyKey(@Nullable String key) {
        if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw Refused.parameter("idempotency_key", "Idempotency-Key has 1 to 255 visible ASCII characters");
        }
        return key;
    }
}
