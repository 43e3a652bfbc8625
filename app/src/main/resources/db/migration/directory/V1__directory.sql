-- Where a council's people show who they are, and what the council decided about signing in.
create table directory_provider (
    code            text collate "C" primary key,
    name            text not null,
    issuer          text not null,
    client_id       text not null,
    -- Locked with a key that is not in the database.
    client_secret   text not null,
    groups_claim    text not null,
    address_claim   text not null,
    vouches         boolean not null,
    domains         text not null,
    open            boolean not null,
    version         bigint not null default 1,
    retired_at      timestamptz
);

create table directory_rule (
    from_day        date primary key,
    passwords_off   boolean not null,
    second_factor   boolean not null,
    reason          text not null,
    version         bigint not null default 1,
    retired_at      timestamptz
);

-- Who may come in without the directory when it fails.
create table directory_emergency_person (
    email           text collate "C" primary key,
    reason          text not null,
    version         bigint not null default 1,
    retired_at      timestamptz
);

-- Somebody on their way to the directory and back. It is used once.
create table directory_way (
    -- SHA-256 of the token in the cookie.
    token_hash  bytea primary key check (length(token_hash) = 32),
    directory   text collate "C" not null,
    -- What was asked for and must come back, locked.
    asked       text not null,
    onwards     text not null,
    -- The session that shows again who it is; nothing when somebody signs in.
    session     uuid,
    started_at  timestamptz not null
);
create index on directory_way (started_at);

-- Somebody came in without the directory although everybody else must use it.
create table directory_alert (
    id          uuid primary key,
    person      uuid not null,
    email       text not null,
    signed_in_by text collate "C" not null,
    happened_at timestamptz not null,
    seen_by     text,
    seen_at     timestamptz,
    constraint nobody_dismisses_the_alert_about_themselves check (seen_by <> email),
    constraint whoever_has_seen_it_is_named check ((seen_at is null) = (seen_by is null))
);
create index on directory_alert (happened_at) where seen_at is null;

grant select, insert, update on directory_provider, directory_rule, directory_emergency_person to ${role};
grant select, insert, delete on directory_way to ${role};
grant select, insert on directory_alert to ${role};
grant update (seen_by, seen_at) on directory_alert to ${role};
