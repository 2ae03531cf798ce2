-- A version of a form that was published: papers may be started on it. It never changes; form_version holds what it says.
create table form_publication (
    form         text not null,
    version      integer not null,
    digest       text not null references form_version (digest),
    note         text not null,
    published_at text not null,
    published_by text not null,
    primary key (form, version)
);

create trigger form_publication_stays before update on form_publication ${refuse} 'a publication never changes' ${end};

-- A version of a programme that was published: years may begin on it.
create table programme_publication (
    programme    text not null,
    version      integer not null,
    digest       text not null references programme_version (digest),
    note         text not null,
    published_at text not null,
    published_by text not null,
    primary key (programme, version)
);

create trigger programme_publication_stays before update on programme_publication ${refuse} 'a publication never changes' ${end};

-- A draft that went from one version of its form to a later one, with the revision of that number.
create table document_move (
    document    text not null references document (id),
    revision    integer not null,
    from_digest text not null references form_version (digest),
    to_digest   text not null references form_version (digest),
    primary key (document, revision)
);

create trigger document_move_stays before update on document_move ${refuse} 'a move never changes' ${end};

-- What somebody wrote to a question that the version of the form has no place for any more. The digest is that of the
-- version in which it was asked.
create table earlier_answer (
    document    text not null references document (id),
    number      integer not null,
    revision    integer not null,
    form_digest text not null references form_version (digest),
    section     text not null,
    question    text not null,
    label       text not null,
    answer      text not null,
    kept_at     text not null,
    written_by  text not null,
    primary key (document, number)
);

create trigger earlier_answer_stays before update on earlier_answer ${refuse} 'an earlier answer never changes' ${end};

-- The version of a programme with which the new people of an employer begin, where somebody has decided it.
create table cohort_programme (
    organisation text not null references organisation (id),
    programme    text not null,
    version      integer not null,
    primary key (organisation, programme)
);
