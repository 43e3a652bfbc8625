-- What payers have chosen and not yet paid. Kept for some days and then forgotten.
create table portal_basket (
    id             uuid primary key,
    -- SHA-256 of the key in the payer's cookie.
    key_hash       bytea not null,
    version        int not null default 1,
    attempt        int not null default 1,
    paying         uuid,
    paying_version int,
    created_at     timestamptz not null,
    touched_at     timestamptz not null,
    constraint basket_has_its_own_key unique (key_hash),
    constraint key_is_hashed check (length(key_hash) = 32),
    constraint paying_says_what check ((paying is null) = (paying_version is null))
);
create index portal_baskets_to_forget on portal_basket (touched_at);

create table portal_basket_line (
    basket         uuid not null references portal_basket on delete cascade,
    line           int not null,
    fund           text collate "C" not null,
    account_number text collate "C" not null,
    pence          pence not null,
    payer          text,
    -- The basket's version in which it came to be as it is.
    version        int not null,
    primary key (basket, line),
    constraint bill_is_in_the_basket_once unique (basket, fund, account_number),
    constraint bill_is_worth_something check (pence > 0)
);

grant select, insert, update, delete on portal_basket, portal_basket_line to ${role};
