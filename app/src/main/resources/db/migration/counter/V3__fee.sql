-- What the method of payment costs whoever pays stands in the basket as its last line, at a place of its own. It goes with
-- the bills, so it is not what limits to funds look at.
alter table counter_line
    drop constraint a_basket_has_ten_lines,
    add constraint a_basket_has_ten_lines_and_a_fee check (line between 1 and 11);

create or replace function counter_lies_within(payment counter_payment, scope text) returns boolean
    language sql stable as $$
    select scope is null
        or not exists (
            select from counter_line line
             where line.payment = payment.id
               and line.line <= 10
               and not exists (
                   select from people_limits(scope) allowed
                    where (allowed.funds is null or line.fund = any(allowed.funds))
                      and (allowed.offices is null or payment.office = any(allowed.offices))
                      and (allowed.methods is null or payment.method = any(allowed.methods))))
$$;
