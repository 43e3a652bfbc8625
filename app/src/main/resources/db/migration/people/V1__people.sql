-- Who may do what: people who sign in, programs that carry a key, and the tries of those who did not get in.
create table people_person (
    id                  uuid primary key,
    email               text not null,
    name                text not null,
    password            text not null,
    password_changed_at timestamptz not null,
    role                text collate "C" not null,
    active              boolean not null default true,
    constraint an_email_address_is_lower_case check (email = lower(email)),
    constraint one_person_has_one_email_address unique (email)
);

create table people_api_key (
    id          uuid primary key,
    name        text not null,
    -- SHA-256 of the key: a key is long and random, so it needs no slow hash, and nobody can read it here.
    key_hash    bytea not null check (length(key_hash) = 32),
    permissions text[] not null,
    active      boolean not null default true,
    constraint a_key_opens_once unique (key_hash),
    constraint a_key_has_its_own_name unique (name)
);

-- How often somebody tried to sign in without getting in. The account is a hash of what was typed, because people type
-- their password into the wrong field; it is empty on the row that counts everything from one address.
create table people_try (
    account text collate "C" not null,
    address text collate "C" not null,
    tries   int not null,
    last_at timestamptz not null,
    primary key (account, address)
);
create index on people_try (last_at);

grant select, insert, update on people_person, people_api_key to ${role};
grant select, insert, update, delete on people_try to ${role};
