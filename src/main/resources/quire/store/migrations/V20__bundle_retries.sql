-- Whoever builds holds the number of their beginning: what somebody writes who was given up meanwhile counts no more.
alter table bundle_order add column beginning integer not null default 0;

-- An order that something keeps from being built for now is tried again after this moment.
alter table bundle_order add column not_before text;
