-- Of the payments that were made for one instalment at most one is paid, and it is of the instalment's amount.
-- cy: O’r taliadau a wnaed ar gyfer un rhandaliad, telir un ar y mwyaf, a swm y rhandaliad yw ei swm.
select attempt.agreement, attempt.instalment
  from agreements_attempt attempt
  join agreements_instalment instalment on instalment.agreement = attempt.agreement
   and instalment.number = attempt.instalment
  join payments payment on payment.id = attempt.payment
 where payment.state = 'PAID'
 group by attempt.agreement, attempt.instalment, instalment.pence
having count(*) > 1
    or min(payment.pence) <> instalment.pence
