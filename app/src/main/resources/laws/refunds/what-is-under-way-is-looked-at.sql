-- Every refund that is with a provider will be looked at again.
-- cy: Edrychir eto ar bob ad-daliad sydd gyda darparwr.
select id
  from refunds_refund
 where way = 'CARD'
   and state in ('APPROVED', 'SENDING', 'UNKNOWN', 'SUBMITTED')
   and next_look_at is null
