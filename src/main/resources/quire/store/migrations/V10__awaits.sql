-- The roles whose signature a document waits for now, kept here so that a list need not read every answer.
alter table document add column awaits text not null default '';
