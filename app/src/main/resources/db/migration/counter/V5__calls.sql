-- What was taken is found by the number on its receipt and by the call or letter for which it was taken, and its story
-- says both.
create view counter_receipts as
    select id, reference, call_reference, card_payment,
           case when card_payment is null then 'counter' else 'payment' end as source_kind,
           coalesce(card_payment, id)::text as source_id
      from counter_payment
     where state in ('TAKEN', 'REVERSED');
create index counter_payments_of_a_call on counter_payment (lower(call_reference)) where call_reference is not null;
grant select on counter_receipts to ${role};
