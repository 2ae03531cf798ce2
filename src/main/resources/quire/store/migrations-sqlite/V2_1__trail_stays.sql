-- The words of SQLite for what V2 promises. Replacing a row does not fire a trigger on its deletion, so an entry must
-- also come right after the last one.
create trigger trail_entry_stays before update on trail
begin
    select raise(abort, 'an entry of the trail never changes');
end;

create trigger trail_entry_is_kept before delete on trail
begin
    select raise(abort, 'an entry of the trail is never deleted');
end;

create trigger trail_entry_comes_last before insert on trail
when new.seq is not (select coalesce(max(seq), 0) + 1 from trail)
begin
    select raise(abort, 'an entry of the trail comes right after the last one');
end;

create trigger trail_head_is_kept before delete on trail_head
begin
    select raise(abort, 'the head of the trail is never deleted');
end;

create trigger trail_head_goes_forward before update on trail_head
when new.seq not in (old.seq, old.seq + 1)
begin
    select raise(abort, 'the head of the trail only goes forward');
end;
