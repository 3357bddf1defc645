-- What comes back of a checkout.

ALTER TABLE checkout ADD COLUMN given_back MEDIUMTEXT COMMENT 'JSON: what came back of it so far';

ALTER TABLE customer_order ADD COLUMN return_ids MEDIUMTEXT COMMENT 'returns that were told, one a line';
