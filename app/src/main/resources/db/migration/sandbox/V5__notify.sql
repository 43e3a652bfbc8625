-- The simulated GOV.UK Notify knows how its messages stand, whom to call back, and templates.
alter table sandbox_message
    add column status       text not null default 'delivered',
    add column completed_at timestamptz,
    add column told         text;
update sandbox_message set completed_at = sent_at;
grant update (status, completed_at, told) on sandbox_message to ${role};

create table sandbox_notify (
    one            boolean primary key default true check (one),
    callback_url   text,
    callback_token text,
    -- Only these may be written to while a service is in trial mode or a key is for its team alone.
    limited_to     text
);
insert into sandbox_notify default values;
grant select, update on sandbox_notify to ${role};

create table sandbox_template (
    id      uuid primary key,
    kind    text not null,
    subject text not null,
    body    text not null
);
grant select, insert, update on sandbox_template to ${role};
insert into sandbox_template (id, kind, subject, body)
values ('c4f1a2b6-7d58-4e93-8a0c-1e5b9d3f7a64', 'email', '((subject))', '((text))');
