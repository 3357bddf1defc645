package io.pelleh.api.ruleset.jpa;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** The table of releases. */
interface ReleaseRows extends JpaRepository<ReleaseRow, ReleaseKey> {

    List<ReleaseRow> findByProgramOrderByNumber(String program);

    /** What changes whenever something is released, or a canary ends. */
    @Query(
            "select r.program as program, max(r.number) as newest, count(r.canaryUntil) as ended from ReleaseRow r group by"
                    + " r.program")
    List<Mark> marks();

    /** A program and what its releases are known by. */
    interface Mark {

        String getProgram();

        long getNewest();

        long getEnded();
    }

    @Modifying
    @Query("update ReleaseRow r set r.state = 'RELEASED', r.inForceAt = :at, r.canaryUntil = :at"
            + " where r.program = :program and r.number = :number and r.state = 'CANARY'")
    int promote(@Param("program") String program, @Param("number") long number, @Param("at") Instant at);

    @Modifying
    @Query("update ReleaseRow r set r.state = 'ABORTED', r.canaryUntil = :at"
            + " where r.program = :program and r.number = :number and r.state = 'CANARY'")
    int abort(@Param("program") String program, @Param("number") long number, @Param("at") Instant at);
}
