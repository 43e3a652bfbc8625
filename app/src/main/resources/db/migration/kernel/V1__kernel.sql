-- Sterling in whole pence, everywhere.
create domain pence as bigint;
