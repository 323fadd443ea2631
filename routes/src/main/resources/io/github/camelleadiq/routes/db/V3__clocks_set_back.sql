-- Whose lease or waiting time was set by a clock that was ahead, and set back since, does not wait for that time to come.

-- when lease_until or not_before was set last, by the clock of then; null for received_at
alter table leadiq_event add column timed_at timestamp(6) with time zone;
-- when lease_until was set, by the clock of then
alter table leadiq_run add column held_at timestamp(6) with time zone;
