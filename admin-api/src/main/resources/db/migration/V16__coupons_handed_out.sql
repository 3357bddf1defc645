-- Codes that promotions hand out one by one: each with an end of its own, and gone again with the order that brought it.

ALTER TABLE coupon
    MODIFY COLUMN seq BIGINT NOT NULL AUTO_INCREMENT COMMENT 'in the order in which they were made',
    ADD COLUMN valid_until  DATETIME(6) COMMENT 'where it ends before its batch does',
    ADD COLUMN issued_by    VARCHAR(200) COMMENT 'the promotion that handed it out',
    ADD COLUMN withdrawn_at DATETIME(6) COMMENT 'gone with the order that brought it',
    ADD KEY coupon_seq (seq);
