-- What a provider has switched on for one account, and not for all.
alter table providers_account
    add column telephone boolean not null default false,
    add column agreements boolean not null default false;
