-- Who did what. Added to, never changed.
create sequence audit_event_id;
create table audit_event (
    id          bigint primary key default nextval('audit_event_id'),
    happened_at timestamptz not null,
    who         text not null,
    did         text not null,
    subject     text not null,
    detail      text not null default ''
);
create index on audit_event (subject, id desc);
create view audit_events as select id, happened_at, who, did, subject, detail from audit_event;

grant select, insert on audit_event to ${role};
grant usage on sequence audit_event_id to ${role};
grant select on audit_events to ${role};
