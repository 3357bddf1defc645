-- Codes by the batch: how each batch is made, its codes, and what open checkouts hold of them. Uses are counted like those
-- of promotions, in the counter coupons/<code>.

DROP TABLE coupon_entry;
DROP TABLE coupon;

CREATE TABLE coupon_batch (
    id           BIGINT NOT NULL AUTO_INCREMENT,
    program      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pattern      VARCHAR(64) NOT NULL COMMENT 'of the codes; of a batch of one given code, that code',
    given        BOOLEAN NOT NULL COMMENT 'the pattern is a code',
    personal     BOOLEAN NOT NULL COMMENT 'each code is one customer''s',
    code_count   INT NOT NULL,
    done         INT NOT NULL DEFAULT 0 COMMENT 'codes there are',
    max_uses     BIGINT COMMENT 'of each code; null for as many as asked',
    valid_from   DATETIME(6),
    valid_until  DATETIME(6),
    hold_minutes INT NOT NULL DEFAULT 0,
    blocked_at   DATETIME(6),
    digest       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the request',
    customers    MEDIUMTEXT COMMENT 'JSON, while personal codes are being made',
    state        VARCHAR(12) NOT NULL COMMENT 'GENERATING, DONE, STOPPED or FAILED',
    rate         DOUBLE NOT NULL DEFAULT 0 COMMENT 'codes per second',
    runner       VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'who runs it; null for nobody',
    seen_at      DATETIME(6) COMMENT 'last sign of the runner, by the clock of the database',
    problem      VARCHAR(500),
    started_by   VARCHAR(100) NOT NULL,
    started_at   DATETIME(6) NOT NULL,
    finished_at  DATETIME(6),
    PRIMARY KEY (id),
    UNIQUE KEY coupon_batch_name (program, name),
    KEY coupon_batch_state (state)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE coupon (
    batch      BIGINT NOT NULL,
    seq        INT NOT NULL COMMENT 'from 1, in the order in which they were made',
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code       VARCHAR(64) NOT NULL COMMENT 'in its normal form',
    customer   VARCHAR(128) COMMENT 'the only one who may use it; null for anybody',
    blocked_at DATETIME(6),
    PRIMARY KEY (batch, seq),
    UNIQUE KEY coupon_code (program, code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE coupon_hold (
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    checkout   VARCHAR(128) NOT NULL,
    code       VARCHAR(64) NOT NULL,
    held_until DATETIME(6) NOT NULL COMMENT 'by the clock of the program',
    PRIMARY KEY (program, checkout, code),
    KEY coupon_hold_code (program, code),
    KEY coupon_hold_until (held_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE checkout ADD COLUMN holds BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it may hold coupons';
