-- A file that somebody put into a portfolio while the virus scanner did not answer. It is not part of the portfolio: it waits, and becomes
-- evidence once the scanner has found nothing in it. Its content is kept
-- with every bit turned. One that was refused in the end stays until somebody has read why; its content goes.
create table quarantined_file (
    id           text primary key,
    portfolio    text not null references portfolio (id),
    name         text not null,
    size         bigint not null,
    digest       text,
    description  text not null,
    confidential integer not null,
    supports     text not null,
    added_by     text not null,
    deputy_of    text,
    added_at     text not null,
    refusal      text
);

create index quarantined_file_by_portfolio on quarantined_file (portfolio);

-- The same content waits in a portfolio once.
create unique index quarantined_file_once on quarantined_file (portfolio, digest) where refusal is null;
