package io.pelleh.api.journal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.pelleh.engine.checkout.GivenBack;
import io.pelleh.engine.checkout.OrderOnFile;
import io.pelleh.engine.checkout.Promise;
import io.pelleh.engine.checkout.Sale;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.decision.CouponOnFile;
import io.pelleh.engine.decision.Decision;
import io.pelleh.engine.decision.Inputs;
import io.pelleh.engine.event.Event;
import io.pelleh.engine.event.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Writes and reads what the journal keeps as JSON. What a newer Pelleh added is passed over by an older one, and no
 * personal field is ever written.
 */
public final class JournalJson {

    private static final String NONE = "null";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<List<CouponOnFile>> COUPONS = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final ObjectReader happenings;

    public JournalJson() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // What an older Pelleh did not know is 0.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withConfigOverride(
                        List.class, config -> config.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .registerSubtypes(Kinds.ALL.toArray(NamedType[]::new));
        Shapes.addTo(builder);
        mapper = builder.build();
        happenings = mapper.readerFor(Happening.class);
    }

    /** A decision and the inputs it read. */
    public record Kept(Inputs inputs, Decision decision) {}

    /** The columns of a decision that are not in its JSON. */
    public record Frame(Instant decidedAt, long release, CustomerState after) {}

    public String happening(Happening happening) {
        return mapper.writerFor(Happening.class).writeValueAsString(happening);
    }

    public Happening happening(String json) {
        return mapper.readValue(json, Happening.class);
    }

    /** Reads what happened from UTF-8, which is cheaper than from text. */
    public Happening happening(byte[] json) {
        return happenings.readValue(json);
    }

    public String decision(Inputs inputs, Decision decision) {
        return mapper.writeValueAsString(DecisionDocument.of(inputs, decision));
    }

    /** Reads a decision; the versions of its rule sets are those of its release, and not repeated here. */
    public Kept decision(String json, Frame frame) {
        DecisionDocument document = mapper.readValue(json, DecisionDocument.class);
        return new Kept(document.inputs(), document.decision(frame.decidedAt(), frame.release(), frame.after()));
    }

    /** An order as it stands among the inputs of a decision, or null for none. */
    public @Nullable OrderOnFile order(@Nullable String json) {
        return json == null || json.equals(NONE) ? null : mapper.readValue(json, OrderOnFile.class);
    }

    /** A sale as it stands among the inputs of a decision. */
    public @Nullable Sale sale(@Nullable String json) {
        return json == null || json.equals(NONE) ? null : mapper.readValue(json, Sale.class);
    }

    /** What was on file of codes, as it stands among the inputs of a decision. */
    public List<CouponOnFile> coupons(@Nullable String json) {
        return json == null || json.equals(NONE) ? List.of() : mapper.readValue(json, COUPONS);
    }

    /** A whole event, as it waits in the outbox. */
    public String event(Event event) {
        return mapper.writeValueAsString(event);
    }

    public Event event(String json) {
        return mapper.readValue(json, Event.class);
    }

    /** What came back of a checkout, or null for nothing. */
    public @Nullable String givenBack(@Nullable GivenBack back) {
        return back == null ? null : mapper.writeValueAsString(back);
    }

    public @Nullable GivenBack readGivenBack(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, GivenBack.class);
    }

    /** What was promised, or null for nothing. */
    public @Nullable Promise promise(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Promise.class);
    }

    /** A flat object of texts. */
    public String texts(Map<String, String> texts) {
        return mapper.writeValueAsString(texts);
    }

    public Map<String, String> texts(String json) {
        return mapper.readValue(json, TEXTS);
    }
}
