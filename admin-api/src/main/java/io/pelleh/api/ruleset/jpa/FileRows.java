package io.pelleh.api.ruleset.jpa;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of the files of releases. */
interface FileRows extends JpaRepository<FileRow, FileKey> {

    List<FileRow> findByProgramAndNumber(String program, long number);
}
