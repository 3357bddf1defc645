package io.pelleh.api.checkout;

import io.pelleh.api.json.Json;
import io.pelleh.api.ruleset.NothingReleased;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.flow.Journal;
import io.pelleh.engine.program.Program;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Made-up baskets, and their closes, which go down to the database and back. */
@Component
final class Rehearsing {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsing.class);
    private static final int LINES = 5;

    private final Checkouts checkouts;
    private final Journal journal;

    Rehearsing(Checkouts checkouts, Journal journal) {
        this.checkouts = checkouts;
        this.journal = journal;
    }

    /** What a close would write. What cannot be decided now is told when it is asked for. */
    Optional<Commit> close(Program program, int number) {
        CheckoutId id = new CheckoutId("warm-up-" + number);
        try {
            return checkouts.rehearse(program, id, Json.read(basket(program, number, "closed")));
        } catch (NothingReleased e) {
            LOG.debug("{} has no rules yet", program.id());
        } catch (RuntimeException e) {
            LOG.warn("A basket of {} could not be decided to warm up: {}", program.id(), e.getMessage());
        }
        return Optional.empty();
    }

    /** Writes closes, and takes them back. */
    void write(List<Commit> closes) {
        journal.rehearse(closes);
    }

    /** The body of a request; each number has prices of its own. */
    static byte[] basket(Program program, int number, String state) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("customerId", "warm-up-" + number);
            json.writeStringProperty("state", state);
            json.writeStringProperty("currency", program.currency().code());
            json.writeNumberProperty("shipping", number);
            json.writeArrayPropertyStart("lines");
            for (int line = 0; line < LINES; line++) {
                json.writeStartObject();
                json.writeStringProperty("sku", "warm-up-" + line);
                json.writeStringProperty("category", "warm-up");
                json.writeNumberProperty("quantity", line + 1);
                json.writeNumberProperty("unitPrice", 1_000L << number % 20);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
