-- A place may be a server of somebody else.
alter table arrivals_place
    add column host     text   collate "C" not null default '',
    add column port     bigint check (port between 1 and 65535),
    add column username text   collate "C" not null default '',
    add column sign_in  text   collate "C" check (sign_in in ('KEY', 'PASSWORD')),
    add column password text   collate "C" not null default '',
    -- Its kind and fingerprint, as two people agreed to it.
    add column host_key text   collate "C" not null default '',
    add constraint password_is_locked check (password = '' or password ~ '^[^:]+:[A-Za-z0-9+/]{20,}$');

-- The key that a server showed when it was not the one that is agreed to.
create table arrivals_seen_key (
    place    text collate "C" primary key references arrivals_place,
    host_key text collate "C" not null,
    seen_at  timestamptz not null
);

-- The keys with which the council signs in, the newest of a place in use. The half that is secret is locked.
create table arrivals_key (
    id         uuid primary key,
    place      text collate "C" not null references arrivals_place,
    public_key text collate "C" not null,
    locked     text collate "C" not null,
    made_at    timestamptz not null,
    made_by    text not null,
    constraint key_is_locked check (locked ~ '^[^:]+:[A-Za-z0-9+/]{40,}$')
);
create index arrivals_key_of_place on arrivals_key (place, id desc);

grant select, insert, update on arrivals_seen_key to ${role};
grant select, insert on arrivals_key to ${role};
-- When the key that locks secrets is exchanged, these are locked again.
grant update (locked) on arrivals_key to ${role};
