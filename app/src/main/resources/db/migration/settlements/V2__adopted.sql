-- What was paid out of payments that we do not know, and may know one day.
create index settlements_without_a_payment on settlements_row (provider, provider_reference) where payment is null;
