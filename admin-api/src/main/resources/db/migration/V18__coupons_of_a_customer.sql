-- The codes that are one customer's own, soonest end first, and who turned out to be that customer.

ALTER TABLE coupon
    ADD KEY coupon_customer (program, customer, valid_until);

ALTER TABLE customer
    ADD KEY customer_merged (program, merged_into);
