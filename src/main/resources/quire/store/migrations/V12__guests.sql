-- Somebody was asked by e-mail to play one part in one paper. The guest is who they are in revisions, signatures and the
-- trail: the same for all invitations that follow one another after something was given back.
create table invitation (
    id           text primary key,
    guest        text not null,
    document     text not null references document (id),
    portfolio    text not null,
    organisation text not null,
    role         text not null,
    name         text not null,
    email        text not null,
    email_folded text not null,
    relationship text not null,
    message      text not null,
    with_code    integer not null,
    post         text not null,
    registration text not null,
    asked_by     text not null,
    deputy_of    text,
    asked_at     text not null,
    until_day    text not null,
    reminded_at  text,
    started_at   text,
    submitted_at text,
    declined_at  text,
    cancelled_at text,
    replaced_at  text
);

create index invitation_by_document on invitation (document);
create index invitation_by_guest on invitation (guest);
create index invitation_by_address on invitation (email_folded);
-- However many ask at once, one request is open for a part of a paper.
create unique index invitation_once on invitation (document, role)
    where submitted_at is null and declined_at is null and cancelled_at is null and replaced_at is null;

-- The links that were sent for an invitation: of each the SHA-256 alone.
create table invitation_link (
    token      text primary key,
    invitation text not null references invitation (id),
    made_at    text not null
);

create index invitation_link_by_invitation on invitation_link (invitation);

-- The six digits that were sent last to the mailbox of an invitation.
create table invitation_code (
    invitation text primary key references invitation (id),
    code       text not null,
    sent_at    text not null,
    expires_at text not null,
    tries      integer not null
);

-- A browser that is let in to one paper: by a link, or because two people share a device for it.
create table pass (
    token      text primary key,
    document   text not null references document (id),
    person     text not null,
    invitation text references invitation (id),
    proof      text not null,
    opened_at  text not null,
    seen_at    text not null,
    browser    text not null
);

create index pass_by_invitation on pass (invitation);

-- Words that somebody wrote down for somebody else, and the day on which those said that these are their words.
create table recording (
    document     text not null references document (id),
    role         text not null,
    said_by      text not null,
    recorded_by  text not null,
    deputy_of    text,
    name         text not null,
    recorded_at  text not null,
    confirmed_on text,
    primary key (document, role)
);
