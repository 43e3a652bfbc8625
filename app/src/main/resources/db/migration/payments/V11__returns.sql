-- How a payer's browser is known again. The address to which a provider sends a payer back carries a random token; on return it is exchanged
-- for a key that the browser keeps for this payment. Only hashes of either are here.
create table payments_return (
    token_hash   bytea primary key,
    payment      uuid not null references payments_payment,
    made_at      timestamptz not null,
    exchanged_at timestamptz,
    constraint token_is_a_hash check (length(token_hash) = 32)
);
create table payments_browser (
    key_hash bytea primary key,
    payment  uuid not null references payments_payment,
    made_at  timestamptz not null,
    constraint key_is_a_hash check (length(key_hash) = 32)
);

grant select, insert on payments_return, payments_browser to ${role};
grant update (exchanged_at) on payments_return to ${role};
