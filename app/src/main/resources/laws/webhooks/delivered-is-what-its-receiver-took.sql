-- Delivered is only what its receiver said it has.
-- cy: Dim ond yr hyn y dywedodd ei dderbynnydd ei fod ganddo sydd wedi’i ddanfon.
select id, webhook, status
  from webhooks_delivery
 where state = 'DELIVERED'
   and (status is null or status not between 200 and 299)
