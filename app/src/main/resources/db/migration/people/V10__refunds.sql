-- Giving money back: who of those that came with the system sees it and asks for it. Whoever approves has that already.
insert into people_role_permission (role, permission)
select role, unnest(string_to_array(permissions, ' '))
  from (values
    ('systems-administrator', 'SEE_REFUNDS'),
    ('income-officer', 'SEE_REFUNDS ASK_REFUNDS'),
    ('income-manager', 'SEE_REFUNDS ASK_REFUNDS'),
    ('cashier', 'SEE_REFUNDS'),
    ('contact-centre-agent', 'SEE_REFUNDS ASK_REFUNDS'),
    ('auditor', 'SEE_REFUNDS'),
    ('control-accountant', 'SEE_REFUNDS'),
    ('recovery-officer', 'SEE_REFUNDS')
  ) as seeded (role, permissions);
