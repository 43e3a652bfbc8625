-- Every idempotency key that was used has the reply that was given under it.
select caller, key from api_idempotency where status is null or reply is null
