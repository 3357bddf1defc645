-- Keys that shops gave with commits, each with a digest of what it was given with; deleted after 30 days.
CREATE TABLE idempotency_key (
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    used_at DATETIME(6) NOT NULL,
    PRIMARY KEY (program, id),
    KEY idempotency_key_used (used_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
