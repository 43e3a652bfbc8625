-- Every seal follows the one before it, without a gap.
-- cy: Mae pob sêl yn dilyn yr un o’i blaen, heb fwlch.
select seal.number
  from ledger_seal seal
  left join ledger_seal earlier on earlier.number = seal.number - 1
 where seal.previous <> coalesce(earlier.hash, decode(repeat('00', 32), 'hex'))
    or seal.from_xid <> coalesce(earlier.to_xid, '0'::xid8)
