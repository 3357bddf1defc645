-- Programs, keys, releases, nodes: what changes rarely.
--
-- For all tables: MySQL 8.4 and MariaDB 11.4 alike. Instants are DATETIME(6) in UTC. Ids compare byte by byte
-- (utf8mb4_bin, or ascii_bin where only ASCII is allowed); trailing blanks do not count. Money is in minor units.
-- There are no foreign keys: every write goes through one place, and sharded databases have none.

CREATE TABLE program (
    id                  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name                VARCHAR(200) NOT NULL,
    currency            CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    exponent            TINYINT NOT NULL,
    zone                VARCHAR(64) NOT NULL,
    counts_at           VARCHAR(10) NOT NULL COMMENT 'PLACED or PAID',
    sandbox             BOOLEAN NOT NULL,
    clock_offset_micros BIGINT NOT NULL DEFAULT 0 COMMENT 'how far a sandbox clock is ahead; it only grows',
    created_at          DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The key itself is never stored, only its SHA-256.
CREATE TABLE api_key (
    hash       BINARY(32) NOT NULL,
    id         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'shown in lists and logs',
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    scopes     VARCHAR(100) NOT NULL COMMENT 'decide, ingest, admin: comma-separated',
    actor      VARCHAR(100) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6),
    revoked_at DATETIME(6),
    PRIMARY KEY (hash),
    UNIQUE KEY api_key_id (id),
    KEY api_key_program (program)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Event types a shop defined, each with the JSON Schema of its data.
CREATE TABLE event_type (
    program       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type          VARCHAR(200) NOT NULL,
    json_schema   MEDIUMTEXT NOT NULL,
    registered_at DATETIME(6) NOT NULL,
    registered_by VARCHAR(100) NOT NULL,
    PRIMARY KEY (program, type)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Everything in force that decides, as one numbered set. In force at an instant is the row with the highest
-- in_force_at not after it (the highest number where two are equal).
CREATE TABLE rule_release (
    program     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number      BIGINT NOT NULL,
    state       VARCHAR(12) NOT NULL COMMENT 'DRAFT, VALIDATED, APPROVED, RELEASED, SUPERSEDED',
    versions    MEDIUMTEXT NOT NULL COMMENT 'JSON: version of each rule set by kind/name',
    author      VARCHAR(100) NOT NULL,
    approver    VARCHAR(100),
    note        VARCHAR(1000) NOT NULL DEFAULT '',
    created_at  DATETIME(6) NOT NULL,
    in_force_at DATETIME(6),
    PRIMARY KEY (program, number),
    KEY rule_release_in_force (program, in_force_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE rule_file (
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number  BIGINT NOT NULL COMMENT 'of the release',
    path    VARCHAR(200) NOT NULL COMMENT 'kind/name.ext',
    sha256  BINARY(32) NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (program, number, path)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row per place a process can take. Its holder alone may write batches under its id, without gaps. Whoever takes
-- the place over puts the states of the batches after last_redis_batch into Redis again.
CREATE TABLE node (
    id               INT NOT NULL,
    name             VARCHAR(100) COMMENT 'a name given by the operator is taken over at once',
    holder           VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one process life',
    lease_until      DATETIME(6) NOT NULL COMMENT 'by the clock of the database',
    last_batch       BIGINT NOT NULL DEFAULT 0,
    last_redis_batch BIGINT NOT NULL DEFAULT 0 COMMENT 'every batch up to this one is known to be in Redis',
    PRIMARY KEY (id),
    UNIQUE KEY node_name (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Work that one node does at a time: the poller of a program, a clean-up.
CREATE TABLE lease (
    name        VARCHAR(100) NOT NULL,
    node_id     INT NOT NULL,
    lease_until DATETIME(6) NOT NULL COMMENT 'by the clock of the database',
    PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Redis keys of another epoch count as absent. One row. Its first number is the instant of installation, so that two
-- installations that share a Redis by mistake do not believe each other's states.
CREATE TABLE redis_epoch (
    id        TINYINT NOT NULL DEFAULT 1,
    epoch     BIGINT NOT NULL,
    run_id    VARCHAR(64) NOT NULL COMMENT 'the Redis process the epoch was written to',
    reason    VARCHAR(200) NOT NULL,
    raised_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO redis_epoch (id, epoch, run_id, reason, raised_at) VALUES (1, TIMESTAMPDIFF(MICROSECOND, '2026-01-01', UTC_TIMESTAMP(6)), '', 'installed', UTC_TIMESTAMP(6));

-- Who changed what, where no journal says it. Holds ids and codes, no personal data.
CREATE TABLE audit (
    id      BIGINT NOT NULL AUTO_INCREMENT,
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at      DATETIME(6) NOT NULL,
    actor   VARCHAR(100) NOT NULL,
    action  VARCHAR(100) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    detail  MEDIUMTEXT NOT NULL COMMENT 'JSON',
    PRIMARY KEY (id),
    KEY audit_program (program, at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
