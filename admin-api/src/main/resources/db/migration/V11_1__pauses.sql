-- What was switched off, at once and without approval: a promotion, a campaign, or everything. Every switch is kept.

CREATE TABLE pause (
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    what       VARCHAR(200) NOT NULL COMMENT 'id of a promotion, campaigns/ and a name, or program',
    paused_at  DATETIME(6) NOT NULL COMMENT 'by the clock of the program',
    resumed_at DATETIME(6) COMMENT 'null while it is off',
    paused_by  VARCHAR(100) NOT NULL,
    resumed_by VARCHAR(100),
    reason     VARCHAR(1000) NOT NULL,
    PRIMARY KEY (program, what, paused_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
