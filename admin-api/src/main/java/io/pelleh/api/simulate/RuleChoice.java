package io.pelleh.api.simulate;

import io.pelleh.api.json.Fields;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Which rules are meant: a release, a draft, or, where neither is named, those in force.
 *
 * @param release number, or null
 * @param draft id, or null
 */
public record RuleChoice(@Nullable Long release, @Nullable String draft) {

    public static final RuleChoice IN_FORCE = new RuleChoice(null, null);

    private static final Set<String> MEMBERS = Set.of("release", "draft");
    private static final int MAX_ID = 64;

    /** The choice that a member of a body makes; what is wrong goes to its faults. */
    public static RuleChoice read(Fields body, String name) {
        Fields choice = body.object(name);
        if (choice == null) {
            return IN_FORCE;
        }
        choice.only(MEMBERS);
        Long release = choice.wholeOrNull("release", 1, Integer.MAX_VALUE);
        String draft = choice.textOrNull("draft", MAX_ID);
        if (release != null && draft != null) {
            choice.fault("draft", "one_of", "a release or a draft is expected here, not both");
        }
        return new RuleChoice(release, draft);
    }

    /** Writes the member it was read from; an empty object for the rules in force. */
    public void write(JsonGenerator json, String name) {
        json.writeObjectPropertyStart(name);
        if (release != null) {
            json.writeNumberProperty("release", release);
        }
        if (draft != null) {
            json.writeStringProperty("draft", draft);
        }
        json.writeEndObject();
    }
}
