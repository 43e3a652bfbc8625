-- A provider may take its word back: what it said was paid it could not collect in the end, and perhaps it could after all.
-- The book follows each turn with a further entry; here they are counted, so that each has a name of its own.
alter table payments_payment
    add column turns int not null default 0,
    -- What of the amount paid the provider added itself, as it may for a company’s card.
    add column surcharge_pence pence not null default 0,
    add constraint a_turn_changes_what_is_paid check (turns = 0 or turns > 0 and (state = 'PAID') = (turns % 2 = 0)),
    add constraint surcharge_is_part_of_what_is_paid check (surcharge_pence between 0 and coalesce(paid_pence, 0));

create or replace view payments as
    select id, reference, state::text, pence, asked_by, channel, payer, email, provider, provider_reference, paid_pence, reason,
           note, created_at, asked_at, paid_at, closed_at, captured_on, turns, surcharge_pence
      from payments_payment;

grant update (turns, surcharge_pence) on payments_payment to ${role};
