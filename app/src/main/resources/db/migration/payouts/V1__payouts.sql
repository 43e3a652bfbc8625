-- What a provider paid out on a day, and which line of the bank that is. The figures are worked out from the settlements
-- and may be worked out anew at any time; matching moves no money, because both are in the book already.
create table payouts_payout (
    provider     text collate "C" not null,
    settled_on   date not null,
    payments     int not null,
    gross        pence not null,
    fee          pence not null,
    went_back    pence not null,
    net          pence not null,
    -- The line of the bank, and what had been told of the day when they were matched.
    journal      bigint,
    line         int,
    banked       pence,
    matched_at   timestamptz,
    matched_by   text,
    -- Why no line of the bank is that, and what had been told of the day when somebody said so.
    because      text,
    explained    pence,
    explained_at timestamptz,
    explained_by text,
    constraint a_day_is_paid_out_once primary key (provider, settled_on),
    constraint a_line_is_one_payout unique (journal, line),
    constraint what_is_paid_out_adds_up check (gross - fee - went_back = net),
    constraint a_match_is_whole check (num_nonnulls(journal, line, banked, matched_at, matched_by) in (0, 5)),
    constraint a_reason_is_whole check (num_nonnulls(because, explained, explained_at, explained_by) in (0, 4)),
    constraint a_reason_says_something check (because <> '')
);
create index payouts_by_day on payouts_payout (settled_on desc, provider);
-- Those for which the bank shows nothing and nobody has said why.
create index payouts_open on payouts_payout (settled_on, provider)
 where net <> 0 and banked is distinct from net and explained is distinct from net;

grant select, insert, update on payouts_payout to ${role};

-- Whether money of a provider's payout of a day stands in an account of the book: where its payments were posted.
create function payouts_stands_in(asked_provider text, day date, account text) returns boolean
    language sql stable as $$
    select exists (
        select from settlements paid
          join payments_at_providers payment on payment.provider = paid.provider
           and payment.provider_reference = paid.provider_reference
          join ledger_journals journal
            on (journal.source_kind, journal.source_id) = (payment.source_kind, payment.source_id)
          join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
           and posting.batch = journal.batch
         where paid.provider = asked_provider
           and paid.settled_on = day
           and posting.from_account = account)
$$;
