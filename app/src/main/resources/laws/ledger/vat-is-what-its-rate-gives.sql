-- The VAT of every posting is what its rate gives on its amount, rounded half up to the penny; of money given back in parts within a penny, so that the parts add up.
-- cy: TAW pob postiad yw’r hyn y mae ei gyfradd yn ei roi ar ei swm, wedi’i dalgrynnu hanner i fyny i’r geiniog; o fewn ceiniog ar gyfer arian a roddir yn ôl mewn rhannau, fel bod y rhannau’n gwneud y cyfan.
select id
  from ledger_posting
 where vat_pence <> (2 * pence * vat_rate + 10000 + vat_rate) / (2 * (10000 + vat_rate))
   and (abs(vat_pence - (2 * pence * vat_rate + 10000 + vat_rate) / (2 * (10000 + vat_rate))) > 1
        or not (reverses is not null or (from_account like 'fund:%' and to_account not like 'fund:%')))
