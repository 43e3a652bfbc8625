-- What other systems are to be told is worked out within ten minutes.
-- cy: Caiff yr hyn sydd i’w ddweud wrth systemau eraill ei baratoi o fewn deng munud.
select number, type, happened_at
  from webhooks_event
 where told_at is null
   and happened_at < now() - interval '10 minutes'
