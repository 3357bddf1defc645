-- Open baskets in which a promotion that may not be shown too often was shown.
CREATE TABLE exposure (
    program  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    counter  VARCHAR(400) NOT NULL COMMENT 'which promotion, and to whom',
    period   VARCHAR(32) NOT NULL,
    checkout VARCHAR(128) NOT NULL,
    shown_at DATETIME(6) NOT NULL,
    PRIMARY KEY (program, counter, period, checkout),
    KEY exposure_age (shown_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
