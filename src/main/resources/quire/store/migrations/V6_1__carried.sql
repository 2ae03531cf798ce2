-- An entry that an earlier paper has handed on to the next one of its kind, and where it comes from.
create table carried_entry (
    document      text not null references document (id),
    field         text not null,
    entry         text not null,
    from_document text not null references document (id),
    from_title    text not null,
    from_entry    text not null,
    primary key (document, field, entry)
);

create trigger carried_entry_stays before update on carried_entry ${refuse} 'where an entry comes from never changes' ${end};
