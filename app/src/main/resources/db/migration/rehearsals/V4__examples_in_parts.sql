-- Examples are kept in parts, so that they are told in the language of whoever reads them; those kept as sentences go.
update rehearsals_found set examples = '[]' where examples <> '[]';
