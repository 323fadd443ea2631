-- Records of runs wait in the inbox as changes do.

-- the run that an event is a part of; empty for changes, which are claimed by themselves
alter table leadiq_event add column run_id varchar default '' not null;
-- it failed alone while others got through: it is claimed alone from then on
alter table leadiq_event add column fails_alone boolean default false not null;
update leadiq_event set fails_alone = true, reason = substring(reason from 14)
where state in ('PENDING', 'LEASED') and reason like 'fails alone: %';

drop index leadiq_event_to_claim;
create index leadiq_event_to_claim on leadiq_event (object_type, run_id, state, id);

-- what the run may cost in all; null for no limit
alter table leadiq_run add column credit_cap numeric(20, 6);
