package io.pelleh.api.checkout;

import io.pelleh.api.decision.DecisionJson;
import io.pelleh.api.decision.ShopperTexts;
import io.pelleh.api.identity.Identities;
import io.pelleh.api.json.Json;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.api.security.Needs;
import io.pelleh.api.security.Scope;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.Tax;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.flow.Door;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.Programs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Member prices and offers for a list of products, each as if one piece of it were bought alone; nothing is written. */
@RestController
@RequestMapping(path = "/v1/offers", produces = MediaType.APPLICATION_JSON_VALUE)
class ProductOffersController {

    private final Programs programs;
    private final Identities identities;
    private final Door door;
    private final CodeGuard codes;

    ProductOffersController(Programs programs, Identities identities, Door door, CodeGuard codes) {
        this.codes = codes;
        this.programs = programs;
        this.identities = identities;
        this.door = door;
    }

    @Needs(Scope.DECIDE)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] offers(Caller caller, HttpServletRequest request) throws IOException {
        Program program = programs.get(caller.program());
        ProductOffersRequest asked = ProductOffersRequest.read(
                program, identities, Json.read(request.getInputStream().readAllBytes()));
        Door.Shown shopper = new Door.Shown(asked.checkout(), asked.subject(), asked.together());
        codes.admit(program, shopper, caller.actor());
        List<Decision> decisions = door.quotes(program, shopper, asked.baskets(), null);
        Refused refused = codes.count(program, shopper, caller.actor(), decisions.getFirst());
        if (refused != null) {
            throw refused;
        }
        return Json.write(json -> write(json, new ShopperTexts(program), asked.products(), decisions));
    }

    private static void write(JsonGenerator json, ShopperTexts texts, List<Goods> products, List<Decision> decisions) {
        json.writeStartObject();
        json.writeStringProperty("validUntil", validUntil(decisions).toString());
        json.writeNumberProperty("release", decisions.getFirst().release().number());
        json.writeArrayPropertyStart("products");
        for (int i = 0; i < products.size(); i++) {
            product(json, texts, products.get(i).lines().getFirst(), decisions.get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Instant validUntil(List<Decision> decisions) {
        return decisions.stream()
                .map(CheckoutAnswer::validUntil)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static void product(JsonGenerator json, ShopperTexts texts, Line product, Decision decision) {
        long discount = decision.totals().discount();
        json.writeStartObject();
        json.writeStringProperty("sku", product.sku());
        json.writeNumberProperty("price", product.amount());
        json.writeNumberProperty("memberPrice", product.amount() - discount);
        json.writeNumberProperty("discount", discount);
        Tax tax = decision.totals().tax();
        if (tax != null) {
            json.writeNumberProperty("tax", tax.total());
            json.writeBooleanProperty("taxIncluded", tax.included());
            json.writeNumberProperty("toPay", decision.totals().toPay());
        }
        DecisionJson.effects(json, decision, texts);
        json.writeEndObject();
    }
}
