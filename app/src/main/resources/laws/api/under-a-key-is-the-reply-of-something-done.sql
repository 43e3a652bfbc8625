-- Under a key only the reply to something that was done is kept.
-- cy: Dim ond yr ateb i rywbeth a wnaed a gedwir dan allwedd.
select caller, key, status
  from api_idempotency
 where status not between 200 and 299
