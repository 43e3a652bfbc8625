-- For every refund to a card that failed and goes by bank instead there is exactly one that does.
-- cy: Ar gyfer pob ad-daliad i gerdyn a fethodd ac sy’n mynd drwy’r banc yn ei le, mae un yn union sy’n gwneud hynny.
select failed.id
  from refunds_refund failed
  left join refunds_refund instead on instead.instead_of = failed.id and instead.instead_state is not null
 group by failed.id, failed.state
having count(instead.id) <> case when failed.state = 'REPLACED' then 1 else 0 end
