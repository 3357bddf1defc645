package io.pelleh.api.ruleset.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.springframework.data.domain.Persistable;

/** A row of {@code rule_file}; never updated. */
@Entity
@Table(name = "rule_file")
@IdClass(FileKey.class)
class FileRow implements Persistable<FileKey> {

    @Id
    String program = "";

    @Id
    long number;

    @Id
    String path = "";

    @Column(columnDefinition = "binary(32)")
    byte[] sha256 = {};

    @Column(columnDefinition = "mediumblob")
    byte[] content = {};

    @Override
    public FileKey getId() {
        return new FileKey(program, number, path);
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
