-- Whether other systems of the council have payments made at the account too: then what nobody began here is expected there.
alter table providers_account
    add column shared boolean not null default false;
