-- The keys under which requests were sent, and the replies to them. A row is seen by others only together with what its
-- request did, because both are one database transaction.
create table api_idempotency (
    caller     text collate "C" not null,
    key        text collate "C" not null,
    digest     bytea not null,
    status     int,
    reply      text,
    location   text,
    created_at timestamptz not null,
    constraint a_key_is_used_once primary key (caller, key)
);
create index on api_idempotency (created_at);

grant select, insert, delete on api_idempotency to ${role};
grant update (status, reply, location) on api_idempotency to ${role};
