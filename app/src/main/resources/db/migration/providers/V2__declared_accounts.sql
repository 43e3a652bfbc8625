-- Accounts with payment providers are reference data now, and their secrets are locked. Keys that were kept in plain form are
-- not taken over: whoever has one connects the account anew.
drop table providers_account;

create table providers_account (
    code              text collate "C" primary key,
    name              text    not null,
    provider          text    collate "C" not null,
    mode              text    collate "C" not null,
    address           text    not null,
    api_key           text    collate "C" not null,
    webhook_secret    text    collate "C" not null,
    open              boolean not null,
    takes_other_funds boolean not null,
    version           bigint  not null default 1,
    retired_at        timestamptz,
    constraint account_is_live_or_test check (mode in ('LIVE', 'TEST')),
    constraint key_is_locked check (api_key = '' or api_key ~ '^[^:]+:[A-Za-z0-9+/]{40,}$'),
    constraint webhook_secret_is_locked check (webhook_secret = '' or webhook_secret ~ '^[^:]+:[A-Za-z0-9+/]{40,}$')
);

-- Funds without an account of their own have one place to go.
create unique index providers_one_account_takes_other_funds on providers_account (takes_other_funds) where takes_other_funds;

-- An account that is to take them takes them over from the one that did; not when it is not going to be there, because its code
-- is taken.
create function providers_take_over_other_funds() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and exists (select from providers_account where code = new.code) then
        return new;
    end if;
    update providers_account
       set takes_other_funds = false, version = version + 1
     where takes_other_funds
       and code <> new.code;
    return new;
end
$$;
create trigger other_funds_go_to_one_account before insert or update on providers_account
    for each row when (new.takes_other_funds) execute function providers_take_over_other_funds();

-- Funds whose payments go to an account of their own.
create table providers_fund (
    fund       text   collate "C" primary key,
    account    text   collate "C" not null references providers_account,
    note       text   not null,
    version    bigint not null default 1,
    retired_at timestamptz
);

-- Secrets that were replaced, locked as they were: what was begun with them is asked about with them.
create table providers_former_secret (
    number  bigint generated always as identity primary key,
    account text collate "C" not null references providers_account,
    kind    text collate "C" not null check (kind in ('api_key', 'webhook_secret')),
    locked  text collate "C" not null
);
create index providers_former_secret_of_account on providers_former_secret (account, kind, number desc);

create function providers_keep_former_secret() returns trigger language plpgsql as $$
begin
    if old.api_key <> '' and old.api_key <> new.api_key then
        insert into providers_former_secret (account, kind, locked) values (old.code, 'api_key', old.api_key);
    end if;
    if old.webhook_secret <> '' and old.webhook_secret <> new.webhook_secret then
        insert into providers_former_secret (account, kind, locked) values (old.code, 'webhook_secret', old.webhook_secret);
    end if;
    return null;
end
$$;
create trigger replaced_secrets_are_kept after update on providers_account
    for each row execute function providers_keep_former_secret();

grant select, insert, update on providers_account, providers_fund to ${role};
grant select, insert on providers_former_secret to ${role};
