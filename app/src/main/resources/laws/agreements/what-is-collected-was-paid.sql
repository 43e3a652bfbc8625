-- Every instalment that counts as collected has one payment that was paid, and nothing is due under an agreement that has ended.
-- cy: Mae gan bob rhandaliad sy’n cyfrif fel un a gasglwyd un taliad a dalwyd, ac nid oes dim yn ddyledus o dan gytundeb sydd wedi dod i ben.
select instalment.agreement, instalment.number
  from agreements_instalment instalment
  join agreements_agreement agreement on agreement.id = instalment.agreement
  left join agreements_attempt attempt on attempt.agreement = instalment.agreement
   and attempt.instalment = instalment.number
   and attempt.outcome = 'PAID'
 where (instalment.state = 'COLLECTED') <> (attempt.payment is not null)
    or (instalment.state in ('DUE', 'FAILED') and agreement.state not in ('SETTING_UP', 'ACTIVE'))
