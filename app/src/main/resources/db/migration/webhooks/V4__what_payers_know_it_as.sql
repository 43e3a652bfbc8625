-- What payers know a system as, which is told of their payments; without it they read nothing of it.
alter table webhooks_webhook
    add column payers_name    text not null default '',
    add column payers_name_cy text not null default '';
