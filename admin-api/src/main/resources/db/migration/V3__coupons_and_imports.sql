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
    kind        VARCHAR(12) NOT NULL COMMENT 'ORDERS, RETURNS or CUSTOMERS',
    source      VARCHAR(200) NOT NULL COMMENT 'of the event ids it makes',
    file        VARCHAR(500) NOT NULL,
    digest      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file',
    mapping     MEDIUMTEXT NOT NULL COMMENT 'JSON',
    state       VARCHAR(12) NOT NULL COMMENT 'STAGING, APPLYING, DONE, FAILED or STOPPED',
    staged      BIGINT NOT NULL DEFAULT 0 COMMENT 'lines of the file read so far',
    applied     BIGINT NOT NULL DEFAULT 0 COMMENT 'lines applied so far',
    rejected    BIGINT NOT NULL DEFAULT 0,
    position    VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'where to resume applying',
    started_by  VARCHAR(100) NOT NULL,
    started_at  DATETIME(6) NOT NULL,
    finished_at DATETIME(6),
    PRIMARY KEY (program, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Rows of a file, sorted by its index into each customer's order of time; deleted when the job is done.
CREATE TABLE import_row (
    job         VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line        BIGINT NOT NULL,
    customer    VARCHAR(128) NOT NULL COMMENT 'empty for a guest',
    occurred_at DATETIME(6) NOT NULL,
    order_id    VARCHAR(200) NOT NULL,
    payload     MEDIUMTEXT NOT NULL COMMENT 'JSON',
    PRIMARY KEY (job, line),
    KEY import_row_order (job, customer, occurred_at, order_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
