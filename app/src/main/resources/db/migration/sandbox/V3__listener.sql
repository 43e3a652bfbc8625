-- The pretended service system, which listens to webhooks.
create table sandbox_listener (
    only_one boolean primary key check (only_one),
    secret   text not null
);

create table sandbox_heard (
    message  text primary key,
    type     text not null,
    body     jsonb not null,
    signed   boolean not null,
    heard_at timestamptz not null
);

grant select, insert, update on sandbox_listener to ${role};
grant select, insert on sandbox_heard to ${role};
