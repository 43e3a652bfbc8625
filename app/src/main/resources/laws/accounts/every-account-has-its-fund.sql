-- Every account belongs to a fund of the catalogue.
-- cy: Mae pob cyfrif yn perthyn i gronfa yn y catalog.
select account.fund, account.number
  from accounts_accounts account
  left join catalogue_funds fund on fund.code = account.fund
 where fund.code is null
