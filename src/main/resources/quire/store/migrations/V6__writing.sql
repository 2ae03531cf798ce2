-- Whose doing it was. What is older than people is the program's.
alter table document add column started_by text not null default 'system';

create index document_by_starter on document (started_by);

alter table revision add column saved_by text not null default 'system';
alter table revision add column deputy_of text;

alter table set_aside add column sent_by text not null default 'system';
alter table set_aside add column deputy_of text;
-- The questions that somebody else had answered meanwhile; the rest was sent together with them.
alter table set_aside add column clashes text not null default '';
-- When its sender said that it is dealt with: restored, or not wanted any more.
alter table set_aside add column settled_at text;

-- How a save ended that was sent under a key, so that sending it again does nothing again. One that was refused names
-- what was set aside, others 0.
create table sent_save (
    document  text not null references document (id),
    sent_key  text not null,
    content   text not null,
    revision  integer not null,
    changed   text not null,
    set_aside integer not null,
    saved_at  text not null,
    primary key (document, sent_key)
);

-- A section that its form lets somebody show to one more role, and that was shown.
create table section_release (
    document    text not null references document (id),
    section     text not null,
    to_role     text not null,
    released_at text not null,
    released_by text not null,
    deputy_of   text,
    primary key (document, section, to_role)
);

create trigger section_release_stays before update on section_release ${refuse} 'a release never changes' ${end};
