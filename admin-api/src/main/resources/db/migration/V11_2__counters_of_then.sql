-- What a counter stood at in the past is the sum of its entries up to then.

CREATE INDEX counter_entry_counter ON counter_entry (program, counter, period);
