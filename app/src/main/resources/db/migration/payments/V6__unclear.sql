-- Payments of which a person should know something, and those whose end is not known: few among very many.
create index payments_with_a_note on payments_payment (created_at) where note is not null;
create index payments_under_way on payments_payment (asked_at) where state in ('STARTED', 'UNKNOWN');

create view payments_unclear as
    select 'noted' as why, created_at as since, id, reference, state::text, pence, provider, provider_reference, note, created_at
      from payments_payment
     where note is not null
    union all
    select 'open', asked_at, id, reference, state::text, pence, provider, provider_reference, note, created_at
      from payments_payment
     where note is null
       and state in ('STARTED', 'UNKNOWN');
grant select on payments_unclear to ${role};
