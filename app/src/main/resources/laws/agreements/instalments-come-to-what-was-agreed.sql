-- The instalments of every agreement that was agreed to come to exactly what is to be paid, and each that recurs is of the amount agreed.
-- cy: Mae rhandaliadau pob cytundeb y cytunwyd iddo yn gwneud yn union yr hyn sydd i’w dalu, ac mae pob un sy’n ailddigwydd o’r swm y cytunwyd arno.
select agreement.id
  from agreements_agreement agreement
  left join agreements_instalment instalment on instalment.agreement = agreement.id
 where agreement.consented_at is not null
 group by agreement.id, agreement.kind, agreement.pence, agreement.times
having case agreement.kind
            when 'INSTALMENTS' then coalesce(sum(instalment.pence), 0) <> agreement.pence or count(instalment.number) <> agreement.times
            else count(instalment.number) = 0 or min(instalment.pence) <> agreement.pence or max(instalment.pence) <> agreement.pence
       end
