-- A bundle that somebody has asked for: built while nobody waits, once for what goes into it, whoever asks how often.
create table bundle_order (
    id         text primary key,
    portfolio  text not null references portfolio (id),
    recipe     text not null,
    edition    text not null,
    reason     text not null,
    input      text not null,
    by_person  text not null,
    deputy_of  text,
    ordered_at text not null,
    state      text not null,
    attempts   integer not null,
    step       text not null,
    done       integer not null,
    total      integer not null,
    ended_at   text,
    failure    text not null,
    bundle     text
);

create index bundle_order_by_state on bundle_order (state, ordered_at);
create index bundle_order_by_portfolio on bundle_order (portfolio, ordered_at);

-- A bundle as it left this house. A portfolio that has changed gets a further version; what was made never changes.
create table bundle (
    id        text primary key,
    portfolio text not null references portfolio (id),
    recipe    text not null,
    edition   text not null,
    number    integer not null,
    title     text not null,
    input     text not null,
    digest    text not null,
    size      bigint not null,
    pages     integer not null,
    manifest  text not null,
    made_at   text not null,
    by_person text not null,
    unique (portfolio, recipe, edition, number),
    unique (portfolio, recipe, edition, input)
);

create index bundle_by_digest on bundle (digest);

create trigger bundle_stays before update on bundle ${refuse} 'a bundle never changes' ${end};

-- The key of this installation's seal, if the operator has not brought one: a PKCS#12 file in base 64.
create table seal_key (
    id       integer primary key,
    content  text not null,
    made_at  text not null
);

-- Every certificate that this installation has ever sealed with: what it has sealed stays good when the key changes.
create table seal_certificate (
    fingerprint text primary key,
    pem         text not null,
    since       text not null
);

-- Which code stands for a portfolio in coded bundles: the key between codes and people, which no bundle holds.
create table bundle_code (
    portfolio text primary key references portfolio (id),
    code      text not null unique,
    given_at  text not null
);
