-- Whether it repeats the reference of a payment of ours: then a person looks at it, also where other systems share the account.
alter table payments_unclaimed
    add column refers_to_ours boolean not null default false;

grant update (refers_to_ours) on payments_unclaimed to ${role};
