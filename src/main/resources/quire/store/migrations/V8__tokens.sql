-- What a program shows to be let in on somebody's word. Of the token only the SHA-256 is kept; rows are ended and never
-- deleted.
create table program_token (
    token      text primary key,
    person     text not null references person (id),
    name       text not null,
    created_at text not null,
    used_at    text,
    ended_at   text
);

create index program_token_by_person on program_token (person);
