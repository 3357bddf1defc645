-- The life of everything that decides: drafts, their approval, canaries, what each node has loaded; and roles of people.

ALTER TABLE program ADD COLUMN four_eyes BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'who changed a draft may not approve it';

ALTER TABLE api_key ADD COLUMN role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'viewer, marketer, approver, operator, admin, or null for a machine';

UPDATE api_key SET role = 'admin' WHERE FIND_IN_SET('admin', scopes) > 0;

CREATE INDEX audit_page ON audit (program, id);

-- A canary decides for some before it decides for all. State is RELEASED, CANARY or ABORTED.
ALTER TABLE rule_release
    ADD COLUMN placed_since BIGINT NOT NULL DEFAULT 0 COMMENT 'the release in which something that places every customer last changed',
    ADD COLUMN canary_share INT COMMENT 'of 10,000 customers',
    ADD COLUMN canary_from DATETIME(6),
    ADD COLUMN canary_until DATETIME(6) COMMENT 'when it was promoted or aborted',
    ADD COLUMN draft VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'it came from, or null',
    ADD COLUMN rolled_back_to BIGINT COMMENT 'the release whose files it has again, or null';

CREATE TABLE draft (
    program      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id           VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     BIGINT NOT NULL COMMENT 'grows with every change; the ETag',
    state        VARCHAR(12) NOT NULL COMMENT 'DRAFT, VALIDATED, SUBMITTED, APPROVED, SCHEDULED, CANARY, RELEASED or WITHDRAWN',
    title        VARCHAR(200) NOT NULL,
    base         BIGINT NOT NULL COMMENT 'release in force when it began, or was last brought up to date',
    author       VARCHAR(100) NOT NULL,
    submitter    VARCHAR(100),
    approver     VARCHAR(100),
    passed       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'digest of all files that passed the gate',
    publish_at   DATETIME(6) COMMENT 'by the clock of the program',
    canary_share INT COMMENT 'of 10,000 customers',
    release_no   BIGINT COMMENT 'what it became',
    reason       VARCHAR(1000) COMMENT 'why it was rejected, or why it could not be published when its time had come',
    created_at   DATETIME(6) NOT NULL,
    changed_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (program, id),
    KEY draft_state (state, publish_at),
    KEY draft_page (program, changed_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every version of every file a draft changed; the highest revision of a path counts.
CREATE TABLE draft_file (
    program     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    draft       VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    path        VARCHAR(200) NOT NULL,
    revision    BIGINT NOT NULL,
    base_sha256 BINARY(32) COMMENT 'of the released file that was changed; null where there was none',
    sha256      BINARY(32) COMMENT 'null: the file is taken out',
    content     MEDIUMBLOB,
    changed_by  VARCHAR(100) NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (program, draft, path, revision)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What each node made of each release.
CREATE TABLE release_node (
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number  BIGINT NOT NULL,
    node_id INT NOT NULL,
    state   VARCHAR(8) NOT NULL COMMENT 'LOADED or FAILED',
    reason  VARCHAR(1000) NOT NULL DEFAULT '',
    at      DATETIME(6) NOT NULL,
    PRIMARY KEY (program, number, node_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Customers who are placed again because a release changed scoring, segments, ladder or tiers: worked off in order of id.
CREATE TABLE release_work (
    program     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number      BIGINT NOT NULL,
    total       BIGINT NOT NULL COMMENT 'customers when it began',
    done        BIGINT NOT NULL DEFAULT 0,
    position    VARCHAR(128) NOT NULL DEFAULT '' COMMENT 'this customer and all before are done',
    finished_at DATETIME(6),
    PRIMARY KEY (program, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
