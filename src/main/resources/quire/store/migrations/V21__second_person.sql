-- Which papers stand in which bundle that was made to decide by. Drafts count for nothing.
create table bound_paper (
    bundle   text not null references bundle (id),
    document text not null references document (id),
    primary key (bundle, document)
);

create index bound_paper_by_document on bound_paper (document);

-- Of bundles that were made before, their manifests say it: canonical JSON, in which a paper is called by the id of its document, and
-- what it is follows at once. The same words inside a text would have their quotation marks escaped.
insert into bound_paper (bundle, document)
select bundle.id, document.id
  from bundle
  join document on document.portfolio = bundle.portfolio
 where bundle.edition in ('final', 'supplement')
   and bundle.manifest like '%"key":"paper-' || document.id || '","kind":"paper"%';

-- Somebody asks that such a paper is opened again, and somebody else answers. What they signed then, as a digest, is what it holds for.
create table reopening (
    document       text not null references document (id),
    number         integer not null,
    sections       text not null,
    reason         text not null,
    signatures     text not null,
    asked_by       text not null,
    asked_deputy   text,
    asked_at       text not null,
    outcome        text,
    words          text,
    answered_by    text,
    answer_deputy  text,
    answered_at    text,
    primary key (document, number)
);

create unique index reopening_once on reopening (document) where outcome is null;
