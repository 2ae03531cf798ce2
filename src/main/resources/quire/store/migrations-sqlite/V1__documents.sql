-- A published form as it was when a document was started with it. Never changes.
create table form_version (
    digest    text primary key,
    form      text not null,
    version   integer not null,
    canonical text not null,
    stored_at text not null
);

-- One form being completed. The answers are those of its latest revision, in canonical JSON.
create table document (
    id             text primary key,
    form           text not null,
    form_digest    text not null references form_version (digest),
    number         integer not null,
    created_at     text not null,
    changed_at     text not null,
    revision       integer not null,
    answers        text not null
);

create index document_by_change on document (changed_at);
create index document_by_form on document (form);

-- Every accepted save, for ever: only what it changed, and the digest of all answers after it.
create table revision (
    document       text not null references document (id),
    number         integer not null,
    base           integer not null,
    section        text,
    changes        text not null,
    answers_digest text not null,
    saved_at       text not null,
    primary key (document, number)
);

create trigger revision_stays before update on revision
begin
    select raise(abort, 'a revision never changes');
end;

-- What somebody typed that was refused because the same question had been changed meanwhile: kept, so that it is not lost.
create table set_aside (
    document    text not null references document (id),
    number      integer not null,
    base        integer not null,
    section     text not null,
    answers     text not null,
    set_aside_at text not null,
    primary key (document, number)
);

create table section_state (
    document   text not null references document (id),
    section    text not null,
    state      text not null,
    changed_at text not null,
    primary key (document, section)
);
