package io.pelleh.api.journal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.StateCodec;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Effect;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.points.LedgerEntry;
import io.pelleh.engine.program.ProgramId;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How the engine's records look as JSON, said here so that the engine need not know. */
final class Shapes {

    private Shapes() {}

    static void addTo(JsonMapper.Builder mapper) {
        mapper.addMixIn(Happening.class, Named.class)
                .addMixIn(Effect.class, Named.class)
                .addMixIn(LedgerEntry.class, Named.class)
                .addMixIn(Happening.ContactIdentified.class, Unpersonal.class)
                .addMixIn(Inputs.class, Looked.class)
                .addMixIn(Line.class, Brief.class)
                .addMixIn(CustomerId.class, Text.class)
                .addMixIn(CheckoutId.class, Text.class)
                .addMixIn(ProgramId.class, Text.class)
                .addModule(new SimpleModule()
                        .addSerializer(CustomerState.class, new StateWriter())
                        .addDeserializer(CustomerState.class, new StateReader())
                        .addDeserializer(Goods.class, new GoodsShape()));
    }

    /** One of a closed set, told apart by its stored name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Named {}

    /** Personal fields go to the person store only. */
    @JsonIgnoreProperties("person")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface Unpersonal {}

    /** Few baskets have codes that are looked up. */
    private interface Looked {
        // Only its shape is looked at.
        @SuppressWarnings("UnusedMethod")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<CouponOnFile> coupons();
    }

    /** Most of a journal is lines: what few of them have is left out of the others. */
    private interface Brief {

        // Only its shape is looked at.
        @SuppressWarnings("UnusedMethod")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> categories();

        @SuppressWarnings("UnusedMethod")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long floor();

        @SuppressWarnings("UnusedMethod")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, String> attributes();
    }

    /** An id is its text. */
    private abstract static class Text {
        // Only its shape is looked at.
        @SuppressWarnings("UnusedVariable")
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Text(String value) {}

        @JsonValue
        abstract String value();
    }

    /** A state is its compact bytes in base64. */
    private static final class StateWriter extends ValueSerializer<CustomerState> {
        @Override
        public void serialize(CustomerState state, JsonGenerator json, SerializationContext context) {
            json.writeBinary(StateCodec.encode(state));
        }
    }

    private static final class StateReader extends ValueDeserializer<CustomerState> {
        @Override
        public CustomerState deserialize(JsonParser json, DeserializationContext context) {
            return StateCodec.decode(json.getBinaryValue());
        }
    }
}
