-- A key is written down together with its reply, when what it guards is done.
alter table api_idempotency
    alter column status set not null,
    alter column reply set not null;
revoke update on api_idempotency from ${role};
revoke update (status, reply, location) on api_idempotency from ${role};
