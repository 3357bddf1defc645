package io.pelleh.api.ruleset.jpa;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of the files of releases. */
interface FileRows extends JpaRepository<FileRow, FileKey> {

    List<FileRow> findByProgramAndNumber(String program, long number);

    Optional<FileRow> findFirstByProgramAndPathAndSha256(String program, String path, byte[] sha256);
}
