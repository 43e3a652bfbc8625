-- Who was asked to join. There is no other way in than to be asked.
create table people_invitation (
    id           uuid primary key,
    -- SHA-256 of what the link ends with.
    token_hash   bytea not null check (length(token_hash) = 32),
    email        text not null check (email = lower(email)),
    name         text not null,
    -- The codes of the roles that are asked for them once they have come.
    roles        text[] not null,
    invited_by   uuid not null references people_person,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    joined_at    timestamptz,
    withdrawn_at timestamptz,
    constraint an_invitation_has_a_link_of_its_own unique (token_hash),
    constraint an_invitation_ends_once check (joined_at is null or withdrawn_at is null)
);
create unique index one_address_has_one_open_invitation on people_invitation (email)
    where joined_at is null and withdrawn_at is null;

grant select, insert, update on people_invitation to ${role};
