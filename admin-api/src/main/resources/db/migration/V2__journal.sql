-- What happened and what was decided. A commit writes here once, many commits in one transaction.

-- One row per event, with the decision about it and the customer's state after it: one row less per event than a table
-- of decisions beside it, and both are always written and read together. Append-only. Personal fields are never in it.
CREATE TABLE journal (
    node_id     INT NOT NULL,
    batch       BIGINT NOT NULL COMMENT 'without gaps per node',
    seq         INT NOT NULL COMMENT 'place in the batch, from 0',
    program     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source      VARCHAR(200) NOT NULL,
    event_id    VARCHAR(200) NOT NULL,
    type        VARCHAR(200) NOT NULL,
    origin      VARCHAR(10) NOT NULL COMMENT 'LIVE, HISTORIC or INTERNAL',
    digest      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the request',
    customer    VARCHAR(128) COMMENT 'null for a guest',
    version     BIGINT COMMENT 'of the customer after this event; null for a guest',
    occurred_at DATETIME(6) NOT NULL COMMENT 'as the sender says',
    decided_at  DATETIME(6) NOT NULL COMMENT 'never decreases per customer',
    release_no  BIGINT NOT NULL,
    happening   MEDIUMTEXT NOT NULL COMMENT 'JSON: what happened',
    decision    MEDIUMTEXT NOT NULL COMMENT 'JSON: inputs, effects with reasons, refusals, ledger, totals',
    state_after MEDIUMBLOB COMMENT 'compact state; null for a guest',
    PRIMARY KEY (node_id, batch, seq),
    UNIQUE KEY journal_event (program, source, event_id),
    UNIQUE KEY journal_customer (program, customer, version)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The answer to an event, for a repeat; deleted from the front after 30 days.
CREATE TABLE answer (
    node_id    INT NOT NULL,
    batch      BIGINT NOT NULL,
    seq        INT NOT NULL,
    status     SMALLINT NOT NULL,
    body       MEDIUMBLOB NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    PRIMARY KEY (node_id, batch, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What leaves after a commit, at least once. INTERNAL rows are events for other customers; a delivered row is deleted.
CREATE TABLE outbox (
    node_id INT NOT NULL,
    batch   BIGINT NOT NULL,
    seq     INT NOT NULL COMMENT 'place among the batch''s outbox rows, from 0',
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind    VARCHAR(10) NOT NULL,
    payload MEDIUMTEXT NOT NULL COMMENT 'JSON',
    PRIMARY KEY (node_id, batch, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The customer as last committed: the state as a blob, and beside it what lists filter by.
CREATE TABLE customer (
    program         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id              VARCHAR(128) NOT NULL,
    version         BIGINT NOT NULL,
    decided_at      DATETIME(6) NOT NULL,
    next_due        DATETIME(6) COMMENT 'null for never',
    rung            VARCHAR(10) NOT NULL,
    tier            VARCHAR(64) NOT NULL,
    segment         VARCHAR(64) NOT NULL COMMENT 'the first one; all are in customer_segment',
    loyalty         TINYINT NOT NULL,
    frequency       TINYINT NOT NULL,
    recency         TINYINT NOT NULL,
    monetary        TINYINT NOT NULL,
    order_count     BIGINT NOT NULL,
    spent           BIGINT NOT NULL,
    points          BIGINT NOT NULL COMMENT 'the sum of the ledger',
    last_order_at   DATETIME(6),
    release_no      BIGINT NOT NULL,
    merged_into     VARCHAR(128),
    state           MEDIUMBLOB NOT NULL,
    PRIMARY KEY (program, id),
    KEY customer_due (program, next_due),
    KEY customer_rung (program, rung),
    KEY customer_tier (program, tier)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE customer_segment (
    program  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    segment  VARCHAR(64) NOT NULL,
    customer VARCHAR(128) NOT NULL,
    PRIMARY KEY (program, segment, customer)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Other names of customers: anonymous ids, digests of phone numbers and addresses.
CREATE TABLE alias (
    program  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind     VARCHAR(10) NOT NULL,
    value    VARCHAR(200) NOT NULL,
    customer VARCHAR(128) NOT NULL,
    PRIMARY KEY (program, kind, value),
    KEY alias_customer (program, customer)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The only place of personal fields. Erasure empties the row and leaves erased_at.
CREATE TABLE person (
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer   VARCHAR(128) NOT NULL,
    name       VARCHAR(200),
    phone      VARCHAR(40),
    email      VARCHAR(254),
    gender     VARCHAR(20) COLLATE utf8mb4_unicode_ci,
    city       VARCHAR(100) COLLATE utf8mb4_unicode_ci,
    birth_date DATE,
    locale     VARCHAR(35),
    attributes MEDIUMTEXT COMMENT 'JSON object of strings',
    erased_at  DATETIME(6),
    PRIMARY KEY (program, customer),
    KEY person_city (program, city, gender)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE consent (
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer   VARCHAR(128) NOT NULL,
    purpose    VARCHAR(64) NOT NULL,
    channel    VARCHAR(64) NOT NULL,
    given      BOOLEAN NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (program, customer, purpose, channel)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who asked for which product: quotes requested and direct interactions. Reached by product, or by customers of a city.
CREATE TABLE interest (
    program       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sku           VARCHAR(128) NOT NULL,
    customer      VARCHAR(128) NOT NULL,
    asked         INT NOT NULL COMMENT 'times',
    last_asked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (program, sku, customer)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Points, append-only: the balance is the sum of points.
CREATE TABLE ledger_entry (
    program  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer VARCHAR(128) NOT NULL,
    version  BIGINT NOT NULL COMMENT 'of the customer, as in the journal',
    seq      INT NOT NULL COMMENT 'among the entries of that version, from 0',
    kind     VARCHAR(10) NOT NULL,
    lot      VARCHAR(40) NOT NULL COMMENT 'empty for a debt',
    points   BIGINT NOT NULL COMMENT 'signed',
    at       DATETIME(6) NOT NULL,
    PRIMARY KEY (program, customer, version, seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE lot (
    program    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer   VARCHAR(128) NOT NULL,
    id         VARCHAR(40) NOT NULL,
    earned     BIGINT NOT NULL,
    remaining  BIGINT NOT NULL,
    earned_at  DATETIME(6) NOT NULL,
    active_at  DATETIME(6) NOT NULL,
    expires_at DATETIME(6) COMMENT 'null for never',
    PRIMARY KEY (program, customer, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One purchase, whichever door reported it.
CREATE TABLE customer_order (
    program        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id             VARCHAR(200) NOT NULL,
    customer       VARCHAR(128) COMMENT 'null for a guest',
    placed_at      DATETIME(6) NOT NULL,
    paid_at        DATETIME(6),
    shipped_at     DATETIME(6),
    known          BOOLEAN NOT NULL COMMENT 'its goods were told',
    paid           BOOLEAN NOT NULL,
    counted        BOOLEAN NOT NULL COMMENT 'it is a purchase in its customer''s history',
    cancelled      BOOLEAN NOT NULL,
    spent          BIGINT NOT NULL,
    units          BIGINT NOT NULL,
    returned       BIGINT NOT NULL,
    returned_units BIGINT NOT NULL,
    lot            VARCHAR(40) NOT NULL,
    points         BIGINT NOT NULL,
    PRIMARY KEY (program, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE checkout (
    program       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id            VARCHAR(128) NOT NULL,
    state         VARCHAR(20) NOT NULL,
    revision      BIGINT NOT NULL,
    customer      VARCHAR(128),
    order_id      VARCHAR(200),
    basket_digest VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin COMMENT 'of the last quote',
    last_seen_at  DATETIME(6),
    next_due      DATETIME(6) COMMENT 'when an open one counts as abandoned',
    offers        MEDIUMTEXT COMMENT 'JSON: promotions shown',
    PRIMARY KEY (program, id),
    KEY checkout_due (program, next_due)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A limit that many customers share: budget or uses of a promotion, in a period ('' for all time).
CREATE TABLE counter (
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id      VARCHAR(200) NOT NULL COMMENT 'of the promotion',
    period  VARCHAR(32) NOT NULL DEFAULT '',
    used    BIGINT NOT NULL,
    PRIMARY KEY (program, id, period)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What each event took from a counter, or gave back to it.
CREATE TABLE counter_entry (
    node_id INT NOT NULL,
    batch   BIGINT NOT NULL,
    seq     INT NOT NULL COMMENT 'of the event in the journal',
    program VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    counter VARCHAR(200) NOT NULL,
    period  VARCHAR(32) NOT NULL DEFAULT '',
    amount  BIGINT NOT NULL,
    PRIMARY KEY (node_id, batch, seq, counter, period)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
