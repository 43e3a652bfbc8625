-- Whether all of a payment at the counter lies within what somebody may see or take.
create function counter_lies_within(payment counter_payment, scope text) returns boolean
    language sql stable as $$
    select scope is null
        or not exists (
            select from counter_line line
             where line.payment = payment.id
               and not exists (
                   select from people_limits(scope) allowed
                    where (allowed.funds is null or line.fund = any(allowed.funds))
                      and (allowed.offices is null or payment.office = any(allowed.offices))
                      and (allowed.methods is null or payment.method = any(allowed.methods))))
$$;
