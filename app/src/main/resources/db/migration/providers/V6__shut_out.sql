-- Accounts whose provider does not let us in: our key is not known there, or it takes nothing for the account. A row stays
-- until a payment can be begun with the account again, so that the council is told once.
create table providers_shut_out (
    account text collate "C" primary key references providers_account,
    code    text not null,
    since   timestamptz not null,
    told_at timestamptz
);
grant select, insert, update, delete on providers_shut_out to ${role};
