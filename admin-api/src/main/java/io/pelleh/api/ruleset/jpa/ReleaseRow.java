package io.pelleh.api.ruleset.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row of {@code rule_release}; never updated, but when a canary ends. */
@Entity
@Table(name = "rule_release")
@IdClass(ReleaseKey.class)
class ReleaseRow implements Persistable<ReleaseKey> {

    @Id
    String program = "";

    @Id
    long number;

    String state = "RELEASED";

    @Column(columnDefinition = "mediumtext")
    String versions = "{}";

    String author = "";

    String approver = "";

    String note = "";

    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant inForceAt;

    long placedSince;

    @Nullable
    Integer canaryShare;

    @Nullable
    Instant canaryFrom;

    @Nullable
    Instant canaryUntil;

    @Nullable
    String draft;

    @Nullable
    Long rolledBackTo;

    @Override
    public ReleaseKey getId() {
        return new ReleaseKey(program, number);
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
