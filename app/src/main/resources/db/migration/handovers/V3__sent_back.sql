-- When a payer was first sent back to the system that had handed them over, with a payment that was paid.
create table handovers_return (
    payment uuid primary key references handovers_handover,
    sent_at timestamptz not null
);

grant select, insert on handovers_return to ${role};
