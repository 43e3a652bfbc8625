-- A key that somebody's device keeps, with which they sign in and show who they are. We hold its public half.
create table people_passkey (
    id            uuid primary key,
    person        uuid not null references people_person,
    -- As its owner calls it.
    name          text not null,
    credential_id bytea not null,
    -- Id, model and public key as the device handed them over.
    credential    bytea not null,
    -- What the device counts up each time; zero where it does not count. A copy of a device falls behind.
    sign_count    bigint not null,
    may_be_copied boolean not null,
    added_at      timestamptz not null,
    last_used_at  timestamptz,
    constraint a_passkey_belongs_to_one_person unique (credential_id)
);
create index on people_passkey (person);

-- What a device is asked to sign, once.
create table people_challenge (
    token_hash bytea primary key check (length(token_hash) = 32),
    challenge  bytea not null,
    -- Who is asked; nothing while nobody has said who they are.
    person     uuid references people_person,
    started_at timestamptz not null
);
create index on people_challenge (started_at);

grant select, insert, delete on people_passkey, people_challenge to ${role};
grant update (sign_count, last_used_at, name) on people_passkey to ${role};
