package io.pelleh.api.draft;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One file that two changed: as it was before both, as the caller wants it, as somebody else has it. */
record ThreeWay(
        String path,
        @Nullable Content base,
        @Nullable Content yours,
        @Nullable Content theirs) {

    Refused refused(Code code, String detail) {
        return refused(code, detail, List.of(this));
    }

    /** A refusal with all of them: {@code conflicts}, each with path, base, yours and theirs. */
    static Refused refused(Code code, String detail, List<ThreeWay> conflicts) {
        return new Refused(code, detail, List.of(), json -> write(json, conflicts));
    }

    private static void write(JsonGenerator json, List<ThreeWay> conflicts) {
        json.writeArrayPropertyStart("conflicts");
        for (ThreeWay conflict : conflicts) {
            json.writeStartObject();
            json.writeStringProperty("path", conflict.path());
            Content.write(json, "base", conflict.base());
            Content.write(json, "yours", conflict.yours());
            Content.write(json, "theirs", conflict.theirs());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
