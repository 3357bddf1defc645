-- Limits of campaigns and promotions per customer, device or address, and per hour, day, week or month.

ALTER TABLE counter
    MODIFY COLUMN id VARCHAR(400) NOT NULL COMMENT 'whose it is, what it counts, and for whom',
    ADD COLUMN lacked BIGINT COMMENT 'the smallest amount it refused';

ALTER TABLE counter_entry MODIFY COLUMN counter VARCHAR(400) NOT NULL;

ALTER TABLE program ADD COLUMN calendar VARCHAR(10) NOT NULL DEFAULT 'GREGORIAN' COMMENT 'by which weeks and months are counted: GREGORIAN or JALALI';

UPDATE program SET calendar = 'JALALI' WHERE zone = 'Asia/Tehran';
