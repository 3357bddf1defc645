package io.pelleh.api.ruleset.jpa;

import io.pelleh.api.json.Json;
import io.pelleh.api.ruleset.ReleaseStore.Canary;
import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.ruleset.ReleaseStore.State;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.Edition;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Releases as rows, and back. */
final class ReleaseMapping {

    private ReleaseMapping() {}

    static Released released(ReleaseRow row) {
        Canary canary = row.canaryShare == null
                ? null
                : new Canary(
                        row.canaryShare, Objects.requireNonNullElse(row.canaryFrom, row.createdAt), row.canaryUntil);
        return new Released(
                row.number,
                State.valueOf(row.state),
                row.inForceAt,
                new Signed(row.author, row.approver, row.note),
                new Edition(row.number, row.placedSince, versions(row.versions)),
                canary,
                new Origin(row.draft, row.rolledBackTo),
                row.createdAt);
    }

    static ReleaseRow row(ProgramId program, Released release) {
        ReleaseRow row = new ReleaseRow();
        row.program = program.value();
        row.number = release.number();
        row.state = release.state().name();
        row.versions = text(release.edition().versions());
        row.placedSince = release.edition().placedSince();
        row.author = release.signed().author();
        row.approver = release.signed().approver();
        row.note = release.signed().note();
        row.createdAt = release.createdAt();
        row.inForceAt = release.inForceAt();
        row.draft = release.origin().draft();
        row.rolledBackTo = release.origin().rolledBackTo();
        Canary canary = release.canary();
        if (canary != null) {
            row.canaryShare = canary.share();
            row.canaryFrom = canary.from();
            row.canaryUntil = canary.until();
        }
        return row;
    }

    private static Map<String, Long> versions(String json) {
        Map<String, Long> versions = new HashMap<>();
        Json.read(json.getBytes(StandardCharsets.UTF_8))
                .properties()
                .forEach(version ->
                        versions.put(version.getKey(), version.getValue().asLong()));
        return versions;
    }

    private static String text(Map<String, Long> versions) {
        byte[] json = Json.write(generator -> {
            generator.writeStartObject();
            versions.forEach(generator::writeNumberProperty);
            generator.writeEndObject();
        });
        return new String(json, StandardCharsets.UTF_8);
    }
}
