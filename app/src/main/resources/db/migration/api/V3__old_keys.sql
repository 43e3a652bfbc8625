-- Keys come in the order of time, and are looked for by their age once a day: the cheapest of indexes will do.
drop index api_idempotency_created_at_idx;
create index api_idempotency_by_age on api_idempotency using brin (created_at);
