-- Backtests: what was asked, how far it has come, what came out. Nothing else is written by one.

CREATE TABLE backtest (
    program      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id           VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state        VARCHAR(10) NOT NULL COMMENT 'WAITING, RUNNING, DONE, CANCELLED or FAILED',
    request      MEDIUMTEXT NOT NULL COMMENT 'JSON, as understood',
    rules_before LONGBLOB NOT NULL COMMENT 'zip of the files, as they were when it was asked',
    rules_after  LONGBLOB NOT NULL,
    customers    BIGINT NOT NULL DEFAULT 0 COMMENT 'in all',
    done         BIGINT NOT NULL DEFAULT 0 COMMENT 'customers of this pass',
    pass         INT NOT NULL DEFAULT 0,
    rate         DOUBLE NOT NULL DEFAULT 0 COMMENT 'customers per second',
    tries        INT NOT NULL DEFAULT 0 COMMENT 'runs that were begun',
    problem      VARCHAR(500),
    result       MEDIUMTEXT COMMENT 'JSON',
    started_by   VARCHAR(100) NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    finished_at  DATETIME(6),
    PRIMARY KEY (program, id),
    KEY backtest_created (program, created_at, id),
    KEY backtest_state (state)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Whose turn it is: one backtest of a program runs at a time.
CREATE TABLE backtest_turn (
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    runner  VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'one run; null for nobody',
    seen_at DATETIME(6) NOT NULL COMMENT 'last sign of the runner, by the clock of the database',
    PRIMARY KEY (program)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
