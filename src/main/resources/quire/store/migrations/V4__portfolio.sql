-- A programme as it was when somebody began with it. Never changes.
create table programme_version (
    digest    text primary key,
    programme text not null,
    version   integer not null,
    canonical text not null,
    stored_at text not null
);

-- One person's year.
create table portfolio (
    id               text primary key,
    code             text not null unique,
    nqsw             text not null,
    organisation     text not null,
    programme        text not null,
    version          integer not null,
    programme_digest text not null references programme_version (digest),
    team             text not null,
    setting          text not null,
    started_on       text not null,
    hours            integer not null,
    enrolled_at      text not null,
    closed_on        text
);

create index portfolio_by_nqsw on portfolio (nqsw);
create index portfolio_by_organisation on portfolio (organisation);

-- What was decided for one portfolio where the programme leaves a choice.
create table portfolio_choice (
    portfolio text not null references portfolio (id),
    setting   text not null,
    value     text not null,
    primary key (portfolio, setting)
);

-- Days that are agreed, by milestone.
create table portfolio_booking (
    portfolio text not null references portfolio (id),
    milestone text not null,
    day       text not null,
    primary key (portfolio, milestone)
);

-- Time in which the year stands still.
create table portfolio_pause (
    portfolio text not null references portfolio (id),
    from_day  text not null,
    until_day text not null,
    reason    text not null,
    primary key (portfolio, from_day)
);

-- The portfolio and the paper of its programme that a document is; a document by itself has neither.
alter table document add column portfolio text references portfolio (id);
alter table document add column paper text;
-- How far it has come, kept here so that a list need not read every answer.
alter table document add column progress text not null default 'NOT_STARTED';

create index document_by_portfolio on document (portfolio);
