-- What somebody stated over what they had in front of them. It never changes; when what it stands for changes, it is said to be
-- superseded. The place is where on the paper it stands: the number of the step in the form, and the role
-- that signs there. The snapshot is all that they signed, so that its meaning needs nothing else.
create table signature (
    id            text primary key,
    document      text not null references document (id),
    number        integer not null,
    place         text not null,
    step          integer not null,
    role          text not null,
    signed_by     text not null,
    deputy_of     text,
    name          text not null,
    signed_at     text not null,
    proof         text not null,
    sent_key      text not null,
    snapshot      text not null,
    digest        text not null,
    superseded_at text
);

create unique index signature_in_order on signature (document, number);
create unique index signature_sent_once on signature (document, sent_key);
-- However many come together, one of them stands.
create unique index signature_once on signature (document, place) where superseded_at is null;
create index signature_by_signer on signature (signed_by);

create trigger signature_stays before update of
    id, document, number, place, step, role, signed_by, deputy_of, name, signed_at, proof, sent_key, snapshot, digest
    on signature ${refuse} 'a signature never changes' ${end};

-- A section that somebody gave back to its owner, and why; dealt with when its owner says that it is complete again.
create table section_return (
    document      text not null references document (id),
    section       text not null,
    number        integer not null,
    reason        text not null,
    returned_by   text not null,
    deputy_of     text,
    returned_at   text not null,
    dealt_with_at text,
    primary key (document, section, number)
);

create index section_return_by_returner on section_return (returned_by);
