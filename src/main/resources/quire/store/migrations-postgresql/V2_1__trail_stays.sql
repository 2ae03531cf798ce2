-- The words of PostgreSQL for what V2 promises. An entry must also come right after the last one, as on SQLite.
create trigger trail_entry_stays before update on trail ${refuse} 'an entry of the trail never changes' ${end};

create trigger trail_entry_is_kept before delete on trail ${refuse} 'an entry of the trail is never deleted' ${end};

create function trail_entry_comes_last() returns trigger language plpgsql as $$
begin
    if new.seq is distinct from (select coalesce(max(seq), 0) + 1 from trail) then
        raise exception 'an entry of the trail comes right after the last one';
    end if;
    return new;
end
$$;

create trigger trail_entry_comes_last before insert on trail
    for each row execute function trail_entry_comes_last();

create trigger trail_head_is_kept before delete on trail_head ${refuse} 'the head of the trail is never deleted' ${end};

create trigger trail_head_goes_forward before update on trail_head
    for each row when (new.seq not in (old.seq, old.seq + 1))
    execute function refuse('the head of the trail only goes forward');
