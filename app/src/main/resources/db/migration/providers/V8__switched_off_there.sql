-- A provider may let us in and yet not do one thing for the account, because it is switched off there. That is told by itself, and
-- payments of another kind that do get through do not hide it.
alter table providers_shut_out
    add column capability text collate "C" not null default '',
    drop constraint providers_shut_out_pkey,
    add primary key (account, capability);
