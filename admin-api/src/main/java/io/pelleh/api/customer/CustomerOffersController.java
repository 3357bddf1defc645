package io.pelleh.api.customer;

import io.pelleh.api.coupon.OwnCodes;
import io.pelleh.api.coupon.OwnCodes.Own;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.json.Json;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Prospect;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** What a customer can get now, before there is a basket. */
@RestController
class CustomerOffersController {

    private final Door door;
    private final Programs programs;
    private final OwnCodes coupons;

    CustomerOffersController(Door door, Programs programs, OwnCodes coupons) {
        this.door = door;
        this.programs = programs;
        this.coupons = coupons;
    }

    @Needs(value = Scope.DECIDE, roles = Role.VIEWER)
    @GetMapping(path = "/v1/customers/{id}/offers", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] offers(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String limit) {
        int most = Cursor.limit(limit);
        Program program = programs.get(caller.program());
        Door.Prospects open =
                door.prospects(program, CustomersController.customer(id)).orElseThrow(CustomersController::unknown);
        List<Own> mine =
                seesCodes(caller) ? coupons.of(program.id(), open.customer(), open.at(), OwnCouponsJson.MAX + 1) : null;
        ShopperTexts texts = new ShopperTexts(program);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("customerId", open.customer().value());
            json.writeStringProperty("asOf", open.at().toString());
            json.writeNumberProperty("release", open.rules().release());
            json.writeNumberProperty("total", open.promotions().size());
            json.writeArrayPropertyStart("offers");
            open.promotions().stream().limit(most).forEach(prospect -> offer(json, prospect, texts));
            json.writeEndArray();
            if (mine != null) {
                OwnCouponsJson.write(json, mine, open.rules());
            }
            json.writeEndObject();
        });
    }

    /** Who only looks on is told no codes. */
    private static boolean seesCodes(Caller caller) {
        return caller.may(Scope.DECIDE) || caller.may(Role.MARKETER) || caller.may(Role.OPERATOR);
    }

    private static void offer(JsonGenerator json, Prospect prospect, ShopperTexts texts) {
        json.writeStartObject();
        json.writeStringProperty("promotion", prospect.rule().id());
        json.writeStringProperty("campaign", prospect.rule().campaign());
        json.writeStringProperty("lane", prospect.rule().lane());
        json.writeArrayPropertyStart("gives");
        prospect.gives().forEach(json::writeString);
        json.writeEndArray();
        needs(json, prospect.needs());
        Instant until = prospect.until();
        if (until.equals(Instant.MAX)) {
            json.writeNullProperty("until");
        } else {
            json.writeStringProperty("until", until.toString());
        }
        texts.offered(json, prospect);
        json.writeEndObject();
    }

    private static void needs(JsonGenerator json, List<Condition> needs) {
        json.writeArrayPropertyStart("needs");
        for (Condition need : needs) {
            json.writeStartObject();
            json.writeStringProperty("attribute", need.attribute());
            json.writeStringProperty("operator", need.operator());
            json.writeStringProperty("expected", need.expected());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
