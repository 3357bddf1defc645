package io.pelleh.api.ruleset.jpa;

import io.pelleh.api.ruleset.ReleaseNumberTaken;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.engine.program.ProgramId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps releases through Spring Data. */
@Repository
class JpaReleaseStore implements ReleaseStore {

    private final ReleaseRows releases;
    private final FileRows files;

    JpaReleaseStore(ReleaseRows releases, FileRows files) {
        this.releases = releases;
        this.files = files;
    }

    @Override
    public List<Released> all(ProgramId program) {
        return releases.findByProgramOrderByNumber(program.value()).stream()
                .map(ReleaseMapping::released)
                .toList();
    }

    @Override
    public Map<ProgramId, String> marks() {
        return releases.marks().stream()
                .collect(Collectors.toMap(
                        mark -> new ProgramId(mark.getProgram()), mark -> mark.getNewest() + "/" + mark.getEnded()));
    }

    @Override
    public Map<String, byte[]> files(ProgramId program, long number) {
        return files.findByProgramAndNumber(program.value(), number).stream()
                .collect(Collectors.toMap(row -> row.path, row -> row.content));
    }

    @Override
    public Optional<byte[]> file(ProgramId program, String path, String sha256) {
        return files.findFirstByProgramAndPathAndSha256(
                        program.value(), path, HexFormat.of().parseHex(sha256))
                .map(row -> row.content);
    }

    @Override
    @Transactional
    public void keep(ProgramId program, Released release, Map<String, byte[]> content, Runnable along) {
        try {
            releases.saveAndFlush(ReleaseMapping.row(program, release));
            files.saveAllAndFlush(content.entrySet().stream()
                    .map(file -> row(program, release.number(), file))
                    .toList());
        } catch (DataIntegrityViolationException e) {
            throw new ReleaseNumberTaken(program, release.number(), e);
        }
        along.run();
    }

    @Override
    @Transactional
    public boolean promote(ProgramId program, long number, Instant at, Runnable along) {
        return along(releases.promote(program.value(), number, at), along);
    }

    @Override
    @Transactional
    public boolean abort(ProgramId program, long number, Instant at, Runnable along) {
        return along(releases.abort(program.value(), number, at), along);
    }

    private static boolean along(int rows, Runnable along) {
        if (rows == 1) {
            along.run();
        }
        return rows == 1;
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
