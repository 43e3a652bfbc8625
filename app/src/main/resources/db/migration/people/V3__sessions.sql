-- Who is signed in where. Every instance reads it here, so a restart or another instance ends nobody's day.
create table people_session (
    id           uuid primary key,
    -- SHA-256 of the token in the cookie: the token is long and random, and nobody can read it here.
    token_hash   bytea not null check (length(token_hash) = 32),
    person       uuid not null references people_person,
    signed_in_by text collate "C" not null,
    started_at   timestamptz not null,
    proved_at    timestamptz not null,
    last_seen_at timestamptz not null,
    address      text not null,
    browser      text not null,
    ended_at     timestamptz,
    constraint a_token_opens_one_session unique (token_hash),
    constraint a_session_is_proved_when_it_starts_or_later check (proved_at >= started_at)
);
create index on people_session (person, started_at desc);
create index on people_session (started_at);

-- A right password that still waits for a one-time code.
create table people_first_step (
    token_hash bytea primary key check (length(token_hash) = 32),
    person     uuid not null references people_person,
    started_at timestamptz not null,
    tries      int not null default 0
);
create index on people_first_step (started_at);

-- The authenticator app of a person. The secret is locked with a key that is not in the database.
create table people_code (
    person       uuid primary key references people_person,
    secret       text not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    -- The half minute of the last code taken: it and all before it are used up.
    last_step    bigint not null default 0
);

create table people_recovery_code (
    person    uuid not null references people_person,
    code_hash bytea not null check (length(code_hash) = 32),
    used_at   timestamptz,
    primary key (person, code_hash)
);

-- A link by which somebody who forgot their password chooses another, once.
create table people_link (
    token_hash bytea primary key check (length(token_hash) = 32),
    person     uuid not null references people_person,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index on people_link (person);

-- When somebody last signed in; before the first time, when they came.
alter table people_person add column last_signed_in_at timestamptz;
update people_person set last_signed_in_at = password_changed_at;

grant select, insert, update, delete on people_session, people_first_step, people_code, people_recovery_code, people_link to ${role};
