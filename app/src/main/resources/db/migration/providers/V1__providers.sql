-- The council's accounts with those who move money for it.
create table providers_account (
    code                    text collate "C" primary key,
    name                    text not null,
    kind                    text not null,
    base_url                text not null,
    api_key                 text not null,
    webhook_secret          text not null,
    previous_webhook_secret text,
    takes_new_payments      boolean not null,
    connected_at            timestamptz not null
);

-- New payments have one place to go.
create unique index providers_one_account_takes_new_payments on providers_account (takes_new_payments) where takes_new_payments;

grant select, insert, update on providers_account to ${role};
