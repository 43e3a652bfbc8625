-- What providers paid out, or took out of a payout: each thing once, by the provider's number of it.
create table settlements_row (
    provider           text collate "C" not null,
    kind               text collate "C" not null,
    number             text collate "C" not null,
    provider_reference text collate "C" not null,
    payment            uuid,
    gross              pence not null,
    fee                pence not null,
    net                pence not null,
    settled_on         date not null,
    learned_at         timestamptz not null,
    -- What the provider said of it later, when that was something else.
    differs            text,
    constraint paid_out_once primary key (provider, kind, number),
    constraint paid_out_is_a_payment_a_refund_or_a_dispute check (kind in ('PAYMENT', 'REFUND', 'DISPUTE')),
    constraint what_is_not_kept_is_paid_out check (gross - fee = net)
);
create index settlements_of_a_payment on settlements_row (payment) where payment is not null;
create index settlements_of_a_day on settlements_row (provider, settled_on);

-- Up to which day each provider has been asked.
create table settlements_asked (
    provider text collate "C" primary key,
    through  date not null,
    asked_at timestamptz not null
);

create view settlements as
    select provider, kind, number, provider_reference, payment, gross, fee, net, settled_on, learned_at, differs
      from settlements_row;

grant select, insert on settlements_row, settlements_asked to ${role};
grant update (payment, differs) on settlements_row to ${role};
grant update (through, asked_at) on settlements_asked to ${role};
grant select on settlements to ${role};
