-- What one payment to a fund costs, and who may pay another amount.
alter table catalogue_fund
    add column price      pence,
    add column price_kind text collate "C",
    add constraint a_price_says_who_may_change_it check ((price is null) = (price_kind is null)),
    add constraint a_price_is_worth_something check (price > 0),
    add constraint a_price_is_within_its_fund check (price <= maximum);
