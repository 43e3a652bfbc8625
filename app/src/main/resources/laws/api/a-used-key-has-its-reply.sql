-- Every idempotency key that was used has the reply that was given under it.
-- cy: Mae gan bob allwedd idempotedd a ddefnyddiwyd yr ateb a roddwyd oddi tani.
select caller, key from api_idempotency where status is null or reply is null
