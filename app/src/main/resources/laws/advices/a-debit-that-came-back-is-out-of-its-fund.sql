-- A receipt that is known to have come back is written down as returned, with the same amount.
-- cy: Mae derbyniad y gwyddys iddo ddod yn ôl wedi’i nodi fel un a ddychwelwyd, gyda’r un swm.
select back.id
  from advices_return back
  left join unpaid_returns returned on returned.journal = back.journal and returned.line = back.line
 where back.state = 'FOUND'
   and returned.pence is distinct from back.pence
