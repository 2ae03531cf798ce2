-- Who may read a final bundle, and on which days. A row stays when its days are over: who could once read something stays known.
create table bundle_reader (
    id          text primary key,
    bundle      text not null references bundle (id),
    person      text not null,
    from_day    text not null,
    until_day   text not null,
    released_by text not null,
    deputy_of   text,
    released_at text not null,
    ended_by    text,
    ended_at    text
);

create index bundle_reader_by_bundle on bundle_reader (bundle, released_at);
create index bundle_reader_by_person on bundle_reader (person, until_day);
