-- What the shopper of an open checkout was last shown, and until when it holds.

ALTER TABLE checkout ADD COLUMN promise VARCHAR(400) COMMENT 'JSON';
