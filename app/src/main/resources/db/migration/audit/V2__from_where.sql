-- From where somebody did something, by the id that never changes, and what it was before and after. All of it is found
-- in the order of time, whoever looks for it.
drop view audit_events;
alter table audit_event
    -- In the order of bytes, so that all deeds of one room stand together in an index.
    alter column who     type text collate "C",
    alter column did     type text collate "C",
    alter column subject type text collate "C",
    add column person    uuid,
    add column address   text,
    add column agent     text,
    add column reference text collate "C",
    -- [{"what": …, "before": …, "after": …}, …]
    add column changes   jsonb;

-- The words of an event, also those inside addresses and identifiers.
create function audit_words(subject text, detail text, changes jsonb) returns tsvector
    language sql immutable parallel safe as $$
    select to_tsvector('simple', translate(
        subject || ' ' || detail || ' ' || coalesce(jsonb_path_query_array(changes, '$[*].*')::text, ''),
        '@.:/_-+', '       '))
$$;

drop index audit_event_subject_id_idx;
create index audit_event_by_moment on audit_event (happened_at desc, id desc);
create index audit_event_by_who on audit_event (who, happened_at desc, id desc);
create index audit_event_by_deed on audit_event (did, happened_at desc, id desc);
create index audit_event_by_subject on audit_event (subject, happened_at desc, id desc);
create index audit_event_by_person on audit_event (person, happened_at desc, id desc) where person is not null;
create index audit_event_by_reference on audit_event (reference) where reference is not null;
-- Kept up with each event: what waits to be sorted in would be read through by every search.
create index audit_event_by_words on audit_event using gin (audit_words(subject, detail, changes))
    with (fastupdate = off);

create view audit_events as
    select id, happened_at, who, did, subject, detail, person, address, agent, reference, changes from audit_event;
grant select on audit_events to ${role};
