-- The VAT of every posting is what its rate gives on its amount, rounded half up to the penny.
-- cy: TAW pob postiad yw’r hyn y mae ei gyfradd yn ei roi ar ei swm, wedi’i dalgrynnu hanner i fyny i’r geiniog.
select id
  from ledger_posting
 where vat_pence <> (2 * pence * vat_rate + 10000 + vat_rate) / (2 * (10000 + vat_rate))
