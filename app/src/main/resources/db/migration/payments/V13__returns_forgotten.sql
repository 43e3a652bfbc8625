-- What no browser can be known by any more is deleted.
create index on payments_return (made_at);
create index on payments_browser (made_at);
grant delete on payments_return, payments_browser to ${role};
