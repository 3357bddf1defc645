package io.pelleh.api.ruleset.jpa;

import io.pelleh.api.ruleset.ReleaseNumberTaken;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.engine.program.ProgramId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps releases through Spring Data. */
@Repository
class JpaReleaseStore implements ReleaseStore {

    private static final String RELEASED = "RELEASED";

    private final ReleaseRows releases;
    private final FileRows files;

    JpaReleaseStore(ReleaseRows releases, FileRows files) {
        this.releases = releases;
        this.files = files;
    }

    @Override
    public List<Released> released(ProgramId program) {
        return releases.findByProgramAndStateOrderByInForceAtAscNumberAsc(program.value(), RELEASED).stream()
                .map(row -> new Released(row.number, row.inForceAt, new Signed(row.author, row.approver, row.note)))
                .toList();
    }

    @Override
    public Map<String, byte[]> files(ProgramId program, long number) {
        return files.findByProgramAndNumber(program.value(), number).stream()
                .collect(Collectors.toMap(row -> row.path, row -> row.content));
    }

    @Override
    @Transactional
    public void keep(ProgramId program, Released release, Map<String, byte[]> content) {
        try {
            releases.saveAndFlush(row(program, release));
            files.saveAllAndFlush(content.entrySet().stream()
                    .map(file -> row(program, release.number(), file))
                    .toList());
        } catch (DataIntegrityViolationException e) {
            throw new ReleaseNumberTaken(program, release.number(), e);
        }
    }

    private static ReleaseRow row(ProgramId program, Released release) {
        ReleaseRow row = new ReleaseRow();
        row.program = program.value();
        row.number = release.number();
        row.author = release.signed().author();
        row.approver = release.signed().approver();
        row.note = release.signed().note();
        row.createdAt = release.inForceAt();
        row.inForceAt = release.inForceAt();
        return row;
    }

    private static FileRow row(ProgramId program, long number, Map.Entry<String, byte[]> file) {
        FileRow row = new FileRow();
        row.program = program.value();
        row.number = number;
        row.path = file.getKey();
        row.content = file.getValue();
        row.sha256 = sha256(file.getValue());
        return row;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
