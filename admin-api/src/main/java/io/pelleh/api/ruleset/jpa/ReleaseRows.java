package io.pelleh.api.ruleset.jpa;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of releases. */
interface ReleaseRows extends JpaRepository<ReleaseRow, ReleaseKey> {

    List<ReleaseRow> findByProgramAndStateOrderByInForceAtAscNumberAsc(String program, String state);
}
