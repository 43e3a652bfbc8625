-- What of ours each provider has: every payment, and every further attempt at one that was paid as well. The book knows
-- its receipt by `source_kind` and `source_id`; what a provider took back and paid after all has a further entry for
-- each of its `turns`.
create view payments_at_providers as
    select provider, provider_reference, id as payment, 'payment' as source_kind, id::text as source_id, turns,
           state = 'PAID' as paid
      from payments_payment
     where provider_reference is not null
    union all
    select payment.provider, split_part(journal.source_id, '/', 2) collate "C", payment.id, journal.source_kind, journal.source_id,
           0, true
      from ledger_journals journal
      join payments_payment payment on payment.id = split_part(journal.source_id, '/', 1)::uuid
     where journal.source_kind = 'payment-twice';

grant select on payments_at_providers to ${role};
