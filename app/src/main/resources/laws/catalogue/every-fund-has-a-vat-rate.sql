-- Every fund that can be paid has a VAT code with a rate.
-- cy: Mae gan bob cronfa y gellir ei thalu god TAW â chyfradd.
select fund.code, fund.vat_code
  from catalogue_funds fund
 where fund.open and fund.retired_at is null
   and not exists (select from catalogue_vat_rates rate where rate.vat_code = fund.vat_code and rate.retired_at is null)
