-- What somebody wrote beside a section: never part of what is signed. Taken back, it is shown to nobody and stays here.
create table section_comment (
    id            text primary key,
    portfolio     text not null references portfolio (id),
    document      text not null references document (id),
    section       text not null,
    answers       text references section_comment (id),
    text          text not null,
    revision      integer not null,
    written_by    text not null,
    deputy_of     text,
    written_at    text not null,
    dealt_with_by text,
    dealt_with_at text,
    taken_back_at text
);

create index section_comment_by_document on section_comment (document);
create index section_comment_by_portfolio on section_comment (portfolio);
create index section_comment_by_writer on section_comment (written_by);

-- The revision of a document that somebody had in front of them when they last read a section.
create table section_reading (
    person   text not null,
    document text not null references document (id),
    section  text not null,
    revision integer not null,
    read_at  text not null,
    primary key (person, document, section)
);

-- A file that somebody put into a portfolio. The digests are those of what is kept and of what arrived, which differ where
-- something was taken out. Removed, the row and its file stay.
create table evidence (
    id           text primary key,
    portfolio    text not null references portfolio (id),
    name         text not null,
    kind         text not null,
    size         bigint not null,
    digest       text not null,
    sent_digest  text not null,
    taken_out    text not null,
    description  text not null,
    confidential integer not null,
    added_by     text not null,
    deputy_of    text,
    added_at     text not null,
    removed_by   text,
    removed_at   text
);

create index evidence_by_portfolio on evidence (portfolio);
create index evidence_by_adder on evidence (added_by);

-- The same content stands in a portfolio once.
create unique index evidence_once on evidence (portfolio, digest) where removed_at is null;

-- Which documents a file supports.
create table evidence_support (
    evidence    text not null references evidence (id),
    document    text not null references document (id),
    attached_at text not null,
    primary key (evidence, document)
);

create index evidence_support_by_document on evidence_support (document);
