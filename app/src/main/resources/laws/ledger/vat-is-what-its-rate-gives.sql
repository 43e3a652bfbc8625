-- The VAT of every posting is what its rate gives on its amount, rounded half up to the penny.
select id
  from ledger_posting
 where vat_pence <> (2 * pence * vat_rate + 10000 + vat_rate) / (2 * (10000 + vat_rate))
