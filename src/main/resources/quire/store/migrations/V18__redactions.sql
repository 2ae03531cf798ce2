-- What somebody has decided about words in a portfolio that may identify a person. The last decision about the same words holds.
create table redaction (
    id         text primary key,
    portfolio  text not null references portfolio (id),
    number     integer not null,
    words      text not null,
    kind       text not null,
    removes    integer not null,
    by_person  text not null,
    deputy_of  text,
    decided_at text not null,
    unique (portfolio, number)
);

-- What somebody has decided about a file in coded bundles. It holds for the content that they have looked at.
create table redaction_file (
    id         text primary key,
    portfolio  text not null references portfolio (id),
    number     integer not null,
    file       text not null,
    digest     text not null,
    shows      integer not null,
    by_person  text not null,
    deputy_of  text,
    decided_at text not null,
    unique (portfolio, number)
);
