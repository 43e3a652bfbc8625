-- A second simulated provider, which is entered by a signed form and keeps books of its own.
create table sandbox_smartpay_merchant (
    number        text collate "C" primary key,
    key_number    text not null,
    shared_secret text not null,
    profile       text collate "C" not null,
    access_key    text collate "C" not null unique,
    secret        text not null
);
grant select, insert on sandbox_smartpay_merchant to ${role};

-- A form that a browser has posted, and what its payer decided.
create table sandbox_smartpay_order (
    token       text collate "C" primary key,
    merchant    text collate "C" not null references sandbox_smartpay_merchant,
    transaction text collate "C" not null,
    fields      jsonb not null,
    decided     text,
    created_at  timestamptz not null
);
create index on sandbox_smartpay_order (transaction, created_at desc);
grant select, insert, update on sandbox_smartpay_order to ${role};

create table sandbox_smartpay_entry (
    number       text collate "C" primary key,
    merchant     text collate "C" not null references sandbox_smartpay_merchant,
    reference    text collate "C" not null,
    kind         text collate "C" not null check (kind in ('sale', 'credit')),
    pence        pence not null,
    reason       text collate "C" not null,
    transmitted  boolean not null,
    back_of      text collate "C" references sandbox_smartpay_entry,
    submitted_at timestamptz not null
);
create index on sandbox_smartpay_entry (merchant, reference, submitted_at);
grant select, insert on sandbox_smartpay_entry to ${role};
