-- Who did what, one row a deed, each holding the hash of the one before it. Ids, counts and digests only.
create table trail (
    seq          integer primary key,
    at           text not null,
    actor        text not null,
    action       text not null,
    subject_kind text not null,
    subject      text not null,
    portfolio    text,
    details      text not null,
    previous     text not null,
    hash         text not null
);

create index trail_by_portfolio on trail (portfolio, seq);
create index trail_by_subject on trail (subject_kind, subject, seq);
create index trail_by_actor on trail (actor, seq);
create index trail_by_action on trail (action, seq);

-- Where the trail ends: one row, whose lock puts those who add into a queue, and which tells when the last entries are gone.
create table trail_head (
    one  integer primary key check (one = 1),
    seq  integer not null,
    hash text not null
);

insert into trail_head (one, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
