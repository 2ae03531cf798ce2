-- An employer. A member takes part in the programme of its host.
create table organisation (
    id          text primary key,
    name        text not null,
    name_folded text not null unique,
    address     text not null,
    accent      text,
    logo        text,
    host        text references organisation (id),
    created_at  text not null,
    changed_at  text not null
);

-- Somebody we know. One person has one e-mail address and one row, however the address is typed.
create table person (
    id           text primary key,
    name         text not null,
    email        text not null,
    email_folded text not null unique,
    post         text not null,
    registration text,
    organisation text not null references organisation (id),
    ended_on     text,
    font         text not null,
    size         text not null,
    spacing      text not null,
    background   text not null,
    created_at   text not null,
    changed_at   text not null
);

create index person_by_organisation on person (organisation);

-- What somebody is for an organisation, from day to day, both included. Rows are ended and never deleted.
create table held_role (
    id           text primary key,
    person       text not null references person (id),
    role         text not null,
    organisation text not null references organisation (id),
    from_day     text not null,
    until_day    text,
    given_at     text not null
);

create index held_role_by_person on held_role (person);
create index held_role_by_organisation on held_role (organisation, role);

-- What somebody is to one portfolio, or for whom they stand in there.
create table assignment (
    id         text primary key,
    portfolio  text not null,
    role       text not null,
    person     text not null references person (id),
    deputy_for text references person (id),
    from_day   text not null,
    until_day  text,
    made_at    text not null
);

create index assignment_by_portfolio on assignment (portfolio);
create index assignment_by_person on assignment (person);

-- How somebody proves who they are. Of every token and code only the SHA-256 is kept; the secret of the second step is
-- the one thing that must be kept as it is.
create table account (
    person          text primary key references person (id),
    password        text,
    password_set_at text,
    totp_secret     text,
    totp_on         integer not null,
    totp_step       integer not null
);

create table account_link (
    token      text primary key,
    kind       text not null,
    person     text references person (id),
    issued_at  text not null,
    expires_at text not null,
    used_at    text,
    ended_at   text
);

create index account_link_by_person on account_link (person);

create table set_up_code (
    code       text primary key,
    issued_at  text not null,
    expires_at text not null,
    used_at    text
);

create table recovery_code (
    code    text primary key,
    person  text not null references person (id),
    used_at text
);

create index recovery_code_by_person on recovery_code (person);

-- A browser that somebody has signed in with. A row that is gone is a session that has ended.
create table session (
    token            text primary key,
    person           text not null references person (id),
    awaits_code      integer not null,
    opened_at        text not null,
    seen_at          text not null,
    lived            integer not null,
    authenticated_at text not null,
    browser          text not null
);

create index session_by_person on session (person);

-- Failed attempts, by the SHA-256 of what they have in common.
create table throttle (
    attempt  text primary key,
    failures integer not null,
    last_at  text not null
);

create index throttle_by_time on throttle (last_at);

-- Somebody opened what they may not read otherwise, for a reason and for a short while.
create table broken_glass (
    id        text primary key,
    person    text not null references person (id),
    portfolio text not null,
    reason    text not null,
    opened_at text not null,
    ends_at   text not null
);

create index broken_glass_by_portfolio on broken_glass (portfolio);
