-- Payments that staff take: a basket first, then money, and perhaps taken back the same day.
create table counter_payment (
    id             uuid primary key,
    reference      text collate "C" not null,
    state          text collate "C" not null,
    -- Counts the changes, so that what is taken is what was on the page.
    version        int not null default 0,
    begun_by       text not null,
    begun_at       timestamptz not null,
    came           text collate "C",
    office         text collate "C",
    method         text collate "C",
    payer          text,
    address        text,
    call_reference text,
    pence          pence,
    given_pence    pence,
    cheque_number  text collate "C",
    sort_code      text collate "C",
    cheque_account text collate "C",
    slip           text collate "C",
    authorisation  text collate "C",
    card_payment   uuid,
    -- A number that was typed for a fund, until it is a line.
    typed_fund     text collate "C",
    typed_account  text collate "C",
    taken_by       text,
    taken_at       timestamptz,
    mails          int not null default 0,
    constraint counter_reference_is_one_payments unique (reference),
    constraint counter_card_payment_is_one_payments unique (card_payment),
    constraint counter_payment_is_somewhere check (state in ('OPEN', 'ON_CARD_PAGE', 'TAKEN', 'REVERSED', 'GIVEN_UP')),
    constraint taken_says_all_of_it check (
        state not in ('TAKEN', 'REVERSED')
        or came is not null and office is not null and method is not null and pence > 0
           and taken_by is not null and taken_at is not null),
    constraint only_taken_was_taken check ((state in ('TAKEN', 'REVERSED')) = (taken_at is not null)),
    constraint on_the_card_page_is_a_card_payment check (state <> 'ON_CARD_PAGE' or card_payment is not null),
    constraint given_is_enough check (given_pence >= pence),
    constraint few_receipts_are_mailed check (mails between 0 and 3),
    -- Nowhere is there room for the number of a card.
    constraint a_slip_is_no_card_number check (length(regexp_replace(slip, '[^0-9]', '', 'g')) < 13
        and length(regexp_replace(authorisation, '[^0-9]', '', 'g')) < 13),
    constraint a_cheque_has_its_digits check (cheque_number ~ '^[0-9]{6}$' and sort_code ~ '^[0-9]{6}$' and cheque_account ~ '^[0-9]{8}$')
);
create index counter_payments_of_a_person on counter_payment (taken_by, taken_at desc);
create index counter_payments_not_finished on counter_payment (begun_by, begun_at desc) where state in ('OPEN', 'ON_CARD_PAGE');

create table counter_line (
    payment        uuid not null references counter_payment,
    line           int not null,
    fund           text collate "C" not null,
    account_number text collate "C" not null,
    pence          pence not null,
    vat_code       text collate "C",
    narrative      text,
    primary key (payment, line),
    constraint a_basket_has_ten_lines check (line between 1 and 10),
    constraint counter_line_is_worth_something check (pence > 0)
);

-- Every card payment for which a basket went to the provider's page, as it was then: who took it, where, and with which VAT.
create table counter_card (
    card      uuid primary key,
    payment   uuid not null references counter_payment,
    taken_by  text not null,
    office    text collate "C" not null,
    method    text collate "C" not null,
    -- By the place of the line in the payment; empty for the fund's own.
    vat_codes text[] not null
);
create index on counter_card (payment);

-- A payment taken back, once, by a further entry in the book.
create table counter_reversal (
    payment     uuid primary key references counter_payment,
    reason      text not null,
    method      text collate "C" not null,
    asked_by    text not null,
    approved_by text,
    reversed_at timestamptz not null,
    constraint a_reversal_has_a_reason check (reason <> ''),
    constraint nobody_approves_their_own_reversal check (approved_by <> asked_by)
);

grant select, insert on counter_payment, counter_line, counter_card, counter_reversal to ${role};
grant update (state, version, came, office, method, payer, address, call_reference, pence, given_pence, cheque_number, sort_code,
              cheque_account, slip, authorisation, card_payment, typed_fund, typed_account, taken_by, taken_at, mails) on counter_payment to ${role};
-- Lines of a basket are changed and removed; what was taken is in the book.
grant update, delete on counter_line to ${role};
