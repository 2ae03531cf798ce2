-- A supplement belongs to the final bundle that it continues, and is counted there: its column number only keeps it apart from others.
alter table bundle add column base text references bundle (id);
alter table bundle add column supplement integer;

create unique index bundle_by_base on bundle (base, supplement);

-- Bundles of many portfolios that somebody has asked for at once. Their orders have no input: what would be in them is found out when
-- they are built.
create table bundle_batch (
    id         text primary key,
    recipe     text not null,
    title      text not null,
    edition    text not null,
    by_person  text not null,
    deputy_of  text,
    ordered_at text not null
);

create index bundle_batch_by_time on bundle_batch (ordered_at);

alter table bundle_order add column batch text references bundle_batch (id);

create index bundle_order_by_batch on bundle_order (batch);
