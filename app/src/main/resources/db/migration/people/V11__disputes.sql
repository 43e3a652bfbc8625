-- Disputed payments: who of those that came with the system sees them, and who is told of them and looks after them.
insert into people_role_permission (role, permission)
select role, unnest(string_to_array(permissions, ' '))
  from (values
    ('systems-administrator', 'SEE_DISPUTES'),
    ('income-officer', 'SEE_DISPUTES HANDLE_DISPUTES'),
    ('income-manager', 'SEE_DISPUTES HANDLE_DISPUTES'),
    ('auditor', 'SEE_DISPUTES'),
    ('control-accountant', 'SEE_DISPUTES HANDLE_DISPUTES'),
    ('recovery-officer', 'SEE_DISPUTES')
  ) as seeded (role, permissions);
