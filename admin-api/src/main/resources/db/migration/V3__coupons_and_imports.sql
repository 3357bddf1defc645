-- Coupons, and the staging of bulk imports.

CREATE TABLE coupon (
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code       VARCHAR(64) NOT NULL,
    campaign   VARCHAR(100) NOT NULL,
    promotion  VARCHAR(200) NOT NULL,
    customer   VARCHAR(128) COMMENT 'the only one who may use it, or null',
    state      VARCHAR(12) NOT NULL,
    uses       BIGINT NOT NULL DEFAULT 0,
    max_uses   BIGINT NOT NULL,
    valid_from DATETIME(6),
    valid_to   DATETIME(6),
    PRIMARY KEY (program, code),
    KEY coupon_campaign (program, campaign),
    KEY coupon_customer (program, customer)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE coupon_entry (
    node_id INT NOT NULL,
    batch   BIGINT NOT NULL,
    seq     INT NOT NULL COMMENT 'of the event in the journal',
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code    VARCHAR(64) NOT NULL,
    amount  BIGINT NOT NULL COMMENT 'uses taken, or given back',
    PRIMARY KEY (node_id, batch, seq, code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE import_job (
    program     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id          VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       VARCHAR(12) NOT NULL COMMENT 'UPLOADING, STAGING, APPLYING, DONE, STOPPED or FAILED',
    source      VARCHAR(100) NOT NULL COMMENT 'of the event ids it makes',
    mapping     MEDIUMTEXT NOT NULL COMMENT 'JSON, as sent',
    files       MEDIUMTEXT NOT NULL COMMENT 'JSON: name and bytes of each',
    program_now DATETIME(6) NOT NULL COMMENT 'the clock of the program when it began',
    rows_read   BIGINT NOT NULL DEFAULT 0,
    accepted    BIGINT NOT NULL DEFAULT 0,
    rejected    BIGINT NOT NULL DEFAULT 0,
    applied     BIGINT NOT NULL DEFAULT 0,
    file_no     INT NOT NULL DEFAULT 1 COMMENT 'file being staged, from 1; one more than there are when all are staged',
    line_no     BIGINT NOT NULL DEFAULT 0 COMMENT 'last line staged of that file',
    bytes_read  BIGINT NOT NULL DEFAULT 0,
    position    VARCHAR(210) NOT NULL DEFAULT '' COMMENT 'this group of rows and all before are applied',
    rate        DOUBLE NOT NULL DEFAULT 0 COMMENT 'rows per second',
    problem     VARCHAR(500),
    runner      VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'who runs it; null for nobody',
    seen_at     DATETIME(6) COMMENT 'last sign of the runner, by the clock of the database',
    started_by  VARCHAR(100) NOT NULL,
    started_at  DATETIME(6) NOT NULL,
    finished_at DATETIME(6),
    PRIMARY KEY (program, id),
    KEY import_job_state (state)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Files as they were sent, in slices; deleted when the job is done.
CREATE TABLE import_file (
    job     VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_no INT NOT NULL,
    seq     INT NOT NULL,
    bytes   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (job, file_no, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Rows that stand together in a file and belong together, sorted by whom they are applied with; deleted when the job is
-- done.
CREATE TABLE import_row (
    job       VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    grp       VARCHAR(210) NOT NULL COMMENT 'c and the customer, or g and a guest''s order',
    at        BIGINT NOT NULL COMMENT 'file number * 2^40 + line of the first row',
    row_count INT NOT NULL,
    payload   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (job, grp, at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Rows that were not taken in; deleted with the job.
CREATE TABLE import_reject (
    job      VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at       BIGINT NOT NULL,
    reason   VARCHAR(200) NOT NULL,
    original MEDIUMTEXT NOT NULL COMMENT 'the row as CSV',
    PRIMARY KEY (job, at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
