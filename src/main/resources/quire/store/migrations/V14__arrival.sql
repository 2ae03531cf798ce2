-- A portfolio that was begun in another installation, one row for each journey that it made: 1 is the first one.
create table arrival (
    portfolio    text not null references portfolio (id),
    journey      integer not null,
    organisation text not null,
    exported_at  text not null,
    arrived_at   text not null,
    head         text not null,
    manifest     text not null,
    complete     integer not null,
    primary key (portfolio, journey)
);

create trigger arrival_stays before update on arrival ${refuse} 'where a portfolio came from never changes' ${end};

-- What the trail of the earlier installation said of it. These entries belong to another chain than this one's.
create table earlier_entry (
    portfolio    text not null references portfolio (id),
    journey      integer not null,
    seq          integer not null,
    at           text not null,
    actor        text not null,
    action       text not null,
    subject_kind text not null,
    subject      text not null,
    details      text not null,
    previous     text not null,
    hash         text not null,
    primary key (portfolio, journey, seq)
);

create trigger earlier_entry_stays before update on earlier_entry ${refuse} 'an entry of an earlier trail never changes' ${end};

-- Somebody who is known here only because they have a part in a portfolio that came from elsewhere.
create table arrived_person (
    person     text primary key references person (id),
    arrived_at text not null
);
