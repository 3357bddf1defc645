-- What was taken from a counter stands in one order, also when several nodes draw on it: entries are numbered while its
-- row is locked. Those from before have no position.

ALTER TABLE counter ADD COLUMN entries BIGINT NOT NULL DEFAULT 0 COMMENT 'in its ledger so far';

ALTER TABLE counter_entry ADD COLUMN position BIGINT NULL COMMENT 'of the entry among those of its counter and period, from 1';

CREATE UNIQUE INDEX counter_entry_position ON counter_entry (program, counter, period, position);

DROP INDEX counter_entry_counter ON counter_entry;
