-- A paper as it was when the last of those who sign it had signed: which form it is, who had signed what, and which signatures stood
-- no more by then, as canonical JSON. Its digest is what the paper is known by. A paper that is opened and signed again gets a
-- further record.
create table signed_record (
    document  text not null references document (id),
    number    integer not null,
    content   text not null,
    digest    text not null,
    mark      text not null,
    signed_at text not null,
    primary key (document, number)
);

create index signed_record_by_mark on signed_record (mark);

create trigger signed_record_stays before update on signed_record ${refuse} 'a signed record never changes' ${end};

-- The file that was made of a signed record, once for each kind of file; it is handed out ever after.
create table rendition (
    document  text not null references document (id),
    number    integer not null,
    kind      text not null,
    digest    text not null,
    size      bigint not null,
    templates text not null,
    program   text not null,
    made_at   text not null,
    primary key (document, number, kind)
);

create index rendition_by_digest on rendition (digest);

create trigger rendition_stays before update on rendition ${refuse} 'a rendition never changes' ${end};

-- The layouts that somebody has signed a paper for, so that what was signed looks the same when the layouts of the
-- installation have changed: the name and the digest of each file that belongs to one.
create table layout (
    digest  text primary key,
    kind    text not null,
    files   text not null,
    kept_at text not null
);

create trigger layout_stays before update on layout ${refuse} 'a layout that was signed for never changes' ${end};
