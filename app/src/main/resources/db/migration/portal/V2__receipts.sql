-- The payment last made of a basket, so that the payer's own browser is told of it without a question.
alter table portal_basket add column paid uuid;

-- Receipts that payers want by e-mail once they have paid. The address is locked, and forgotten when the receipt has gone
-- or will not come.
create table portal_receipt_wish (
    payment   uuid primary key,
    address   text,
    language  text collate "C" not null constraint receipt_is_in_a_language_we_write check (language in ('en', 'cy')),
    wished_at timestamptz not null,
    done_at   timestamptz,
    constraint what_is_done_is_forgotten check ((address is null) = (done_at is not null))
);
create index portal_receipts_to_send on portal_receipt_wish (wished_at) where done_at is null;

-- Every receipt that has gone by e-mail: a payment has a few, so that nobody's mailbox is filled.
create table portal_receipt_sent (
    payment uuid not null,
    number  int not null constraint receipts_of_one_payment_are_few check (number between 1 and 5),
    sent_at timestamptz not null,
    constraint each_receipt_is_counted_once primary key (payment, number)
);

-- What receipts are signed with. One key signs; those before it still prove, unless one was withdrawn.
create table portal_receipt_key (
    id           text collate "C" primary key,
    public_key   bytea not null,
    -- Locked; gone when it signs no more.
    private_key  text,
    made_at      timestamptz not null,
    replaced_at  timestamptz,
    withdrawn_at timestamptz,
    constraint only_the_signing_key_is_kept check ((private_key is null) = (replaced_at is not null)),
    constraint a_withdrawn_key_signs_nothing check (withdrawn_at is null or replaced_at is not null)
);
create unique index one_key_signs on portal_receipt_key ((true)) where replaced_at is null;

grant select, insert, delete on portal_receipt_wish to ${role};
grant update (address, language, wished_at, done_at) on portal_receipt_wish to ${role};
grant select, insert on portal_receipt_sent, portal_receipt_key to ${role};
grant update (private_key, replaced_at, withdrawn_at) on portal_receipt_key to ${role};
