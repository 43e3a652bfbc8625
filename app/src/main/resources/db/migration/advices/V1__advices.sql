-- What reports from Bacs told, each advice once, however often and in however many files it is told.
create table advices_advice (
    id                bigint generated always as identity primary key,
    -- A hash of all that makes it what it is, and of how many alike came before it in its report.
    print             bytea not null check (length(print) = 32),
    import            uuid not null,
    place             int not null,
    report            text collate "C" not null check (report in ('ARUDD', 'ADDACS', 'AUDDIS', 'AWACS', 'DDIC')),
    report_number     text not null,
    report_day        date,
    service_user      text not null,
    money             text collate "C" not null check (money in ('NONE', 'UNPAID', 'CLAIMED', 'CLAIM_WITHDRAWN')),
    reference         text not null,
    pence             bigint check (pence >= 0),
    day               date,
    reason_code       text not null,
    reason            text not null,
    said              text not null,
    instruction       text collate "C" not null check (instruction in ('STANDS', 'WAITS', 'MOVED', 'ENDED')),
    to_do             text not null,
    payer             text not null,
    payer_account     text not null,
    new_payer_account text not null,
    account           text not null,
    bank_reference    text not null,
    transaction_code  text not null,
    told_at           timestamptz not null,
    constraint an_advice_is_told_once unique (print),
    constraint an_advice_has_its_place unique (import, place),
    constraint what_is_about_money_has_an_amount check (money = 'NONE' or pence is not null)
);

-- Debits that came back: one of each that was unpaid, one of each collection that is claimed.
create table advices_return (
    id           bigint generated always as identity primary key,
    advice       bigint not null references advices_advice,
    number       int not null,
    pence        pence not null,
    collected_on date,
    returned_on  date not null,
    state        text collate "C" not null default 'NEW' check (state in ('NEW', 'WAITING', 'FOUND', 'ASIDE')),
    why          text collate "C",
    journal      bigint,
    line         int,
    decided_by   text,
    decided_at   timestamptz,
    note         text,
    looked_at    timestamptz,
    constraint a_return_is_told_once unique (advice, number),
    constraint a_receipt_comes_back_by_one_return unique (journal, line),
    constraint what_comes_back_is_worth_something check (pence > 0),
    constraint whoever_waits_waits_for_something check ((state = 'WAITING') = (why is not null)),
    constraint what_was_found_has_its_receipt check ((state = 'FOUND') = (journal is not null and line is not null)),
    constraint what_was_put_aside_has_a_reason check ((state = 'ASIDE') = (note is not null)),
    constraint somebody_decided check ((state in ('FOUND', 'ASIDE')) = (decided_by is not null and decided_at is not null))
);
create index advices_return_open on advices_return (looked_at nulls first, id) where state in ('NEW', 'WAITING');

grant select, insert on advices_advice to ${role};
grant select, insert, update on advices_return to ${role};
