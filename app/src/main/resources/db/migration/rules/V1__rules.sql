-- What the council decided about payments that come in files. The settings engine keeps the versions and who approved them.
create table rules_rule (
    code         text    collate "C" primary key,
    name         text    not null,
    position     bigint  not null,
    condition    text    not null,
    action       text    collate "C" not null
                 constraint a_rule_does_something_known check (action in ('PLACE', 'SETTLE', 'RETURN', 'IGNORE', 'SUSPEND')),
    fund         text    collate "C",
    account_from text    collate "C"
                 constraint an_account_comes_from_somewhere check (account_from in ('FIXED', 'PATTERN', 'REFERENCE')),
    account      text    not null,
    method       text    collate "C",
    vat_code     text    collate "C",
    narrative    text    not null,
    reason       text    not null,
    owner        text    not null,
    goes_first   boolean not null,
    starts_on    date,
    ends_on      date,
    version      bigint  not null default 1,
    retired_at   timestamptz,
    constraint what_is_placed_has_a_place check ((action = 'PLACE') = (fund is not null and account_from is not null)),
    constraint a_fixed_account_is_named check ((account <> '') = (account_from is not distinct from 'FIXED')),
    constraint what_settles_has_a_method check (action not in ('SETTLE', 'RETURN') or method is not null)
);

grant select, insert, update on rules_rule to ${role};
