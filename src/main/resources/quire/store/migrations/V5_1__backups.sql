-- The backups that were made of this place, and how a trial of each ended. About the place and no part of the record, so it
-- goes into no backup itself.
create table backup_made (
    manifest   text primary key,
    made_at    text not null,
    bytes      bigint not null,
    row_count  bigint not null,
    file_count bigint not null,
    lost_count bigint not null,
    checked_at text,
    fault      text
);
