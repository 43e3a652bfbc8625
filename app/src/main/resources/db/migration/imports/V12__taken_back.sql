-- A file that was taken back claims its lines no more, so that the same bytes, or others with the same lines, may be posted.
-- Nothing else of its lines is ever changed.
grant update (print, occurrence) on imports_line to ${role};
grant delete on imports_day to ${role};

-- Which lines of other files were left alone because a file had brought them: "<import> <line>".
create index imports_line_seen_before on imports_line (split_part(because, ' ', 1)) where rule = 'seen-before';
