package io.pelleh.api.imports;

import io.pelleh.api.problem.Refused;
import io.pelleh.api.security.Caller;
import io.pelleh.engine.program.Program;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes in the files of a new import: nothing begins before all are there and fit the mapping. */
final class ImportUpload {

    private static final int ID_LENGTH = 16;

    private final Imports imports;

    ImportUpload(Imports imports) {
        this.imports = imports;
    }

    /** @throws Refused when the mapping is wrong, or a file is not as it says */
    Job take(Caller caller, Collection<Part> parts) throws IOException {
        Program program = imports.programs().get(caller.program());
        SentFiles sent = SentFiles.of(parts, program);
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
        Job.Plan plan = new Job.Plan(
                sent.mapping(),
                sent.source(),
                List.of(),
                caller.actor(),
                imports.programs().now(program));
        Stores stores = imports.stores();
        stores.jobs().add(program.id(), id, plan, sent.json().getBytes(StandardCharsets.UTF_8));
        stores.jobs().uploaded(program.id(), id, sent.source(), sent.keep(stores.uploads(), id));
        return stores.jobs().find(program.id(), id).orElseThrow();
    }
}
