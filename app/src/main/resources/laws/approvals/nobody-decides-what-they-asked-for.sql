-- Nobody approved or declined what they had asked for, nor in the place of whoever had.
-- cy: Ni chymeradwyodd na gwrthododd neb yr hyn yr oeddent wedi gofyn amdano, nac yn lle pwy bynnag a ofynnodd.
select id
  from approvals_request
 where state in ('APPROVED', 'DECLINED', 'STALE')
   and (decided_by is null or decided_by = asked_by or instead_of = asked_by)
