-- The files, each kept once under the SHA-256 of its content, so that nodes share nothing but the database.
create table blob (
    digest  text primary key,
    size    bigint not null,
    kept_at text not null default to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
);

-- The content of a file in portions, so that none has to be in memory as a whole.
create table blob_part (
    digest  text not null references blob (digest) on delete cascade,
    number  integer not null,
    content ${bytes} not null,
    primary key (digest, number)
);

-- It is compressed already, as files mostly are.
alter table blob_part alter column content set storage external;
