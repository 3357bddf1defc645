package io.pelleh.api.customer;

import io.pelleh.api.customer.CustomerSearch.Filter;
import io.pelleh.api.customer.CustomerSearch.Found;
import io.pelleh.api.identity.Places;
import io.pelleh.api.json.Instants;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Lists of customers, page by page. */
@RestController
class SearchController {

    private static final Set<String> PARAMETERS =
            Set.of("gender", "city", "rung", "tier", "segment", "askedFor", "askedSince", "cursor", "limit");
    private static final int MAX_VALUE = 128;

    private final CustomerSearch search;

    SearchController(CustomerSearch search) {
        this.search = search;
    }

    @Needs(value = Scope.DECIDE, roles = Role.VIEWER)
    @GetMapping(path = "/v1/customers", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] find(Caller caller, @RequestParam Map<String, String> parameters) {
        Filter filter = filter(parameters);
        boolean admin = caller.may(Role.ADMIN);
        if (!admin && (filter.city() != null || filter.gender() != null)) {
            throw new Refused(Code.SCOPE_MISSING, "asking for personal fields needs the scope admin");
        }
        int limit = Cursor.limit(parameters.get("limit"));
        String after = Cursor.last(parameters.get("cursor"));
        List<Found> page = search.find(caller.program(), filter, after, limit);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("customers");
            page.forEach(found -> found(json, found, admin));
            json.writeEndArray();
            boolean more = page.size() == limit;
            CustomerView.text(
                    json, "nextCursor", more ? Cursor.of(page.getLast().id()) : null);
            json.writeEndObject();
        });
    }

    private static Filter filter(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (!PARAMETERS.contains(name)) {
                throw Refused.parameter("parameter", "there is no such parameter: " + name);
            }
            if (value.isBlank() || value.length() > MAX_VALUE) {
                throw Refused.parameter(name, name + " has 1 to 128 characters");
            }
        });
        String since = parameters.get("askedSince");
        if (since != null && !parameters.containsKey("askedFor")) {
            throw Refused.parameter("askedSince", "askedSince goes with askedFor");
        }
        return new Filter(
                parameters.get("gender"),
                Places.normal(parameters.get("city")),
                parameters.get("rung"),
                parameters.get("tier"),
                parameters.get("segment"),
                parameters.get("askedFor"),
                since == null ? null : Instants.parameter("askedSince", since));
    }

    private static void found(JsonGenerator json, Found found, boolean admin) {
        json.writeStartObject();
        json.writeStringProperty("id", found.id());
        json.writeStringProperty("rung", found.position().rung());
        text(json, "tier", found.position().tier());
        text(json, "segment", found.position().segment());
        json.writeNumberProperty("loyalty", found.position().scores().loyalty());
        json.writeNumberProperty("frequency", found.position().scores().frequency());
        json.writeNumberProperty("recency", found.position().scores().recency());
        json.writeNumberProperty("monetary", found.position().scores().monetary());
        json.writeNumberProperty("orders", found.sums().orders());
        json.writeNumberProperty("spent", found.sums().spent());
        json.writeNumberProperty("points", found.sums().points());
        var lastOrderAt = found.sums().lastOrderAt();
        CustomerView.text(json, "lastOrderAt", lastOrderAt == null ? null : lastOrderAt.toString());
        if (admin) {
            CustomerView.text(json, "name", found.person().name());
            CustomerView.text(json, "gender", found.person().gender());
            CustomerView.text(json, "city", found.person().city());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        CustomerView.text(json, name, text == null || text.isEmpty() ? null : text);
    }
}
