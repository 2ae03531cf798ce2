-- What the program writes to people: kept until it is sent, and as a note of it afterwards. The secret is what only whoever
-- gets the letter may have, such as a link; it goes when the letter has gone, or is good no more.
create table letter (
    id           text primary key,
    letter_key   text not null unique,
    recipient    text not null,
    subject      text not null,
    body         text not null,
    secret       text,
    secret_until text,
    about_kind   text not null,
    about_id     text not null,
    state        text not null,
    attempts     integer not null,
    put_at       text not null,
    due_at       text not null,
    message_id   text,
    ended_at     text,
    reason       text not null
);

create index letter_to_send on letter (state, due_at);
create index letter_by_age on letter (put_at);
create index letter_about on letter (about_kind, about_id);

-- Which reminders an organisation has turned off; without a row they are sent.
create table reminder_switch (
    organisation text not null references organisation (id),
    moment       text not null,
    changed_at   text not null,
    primary key (organisation, moment)
);

-- Who wants no reminders.
create table reminder_refusal (
    person  text primary key references person (id),
    since   text not null
);
