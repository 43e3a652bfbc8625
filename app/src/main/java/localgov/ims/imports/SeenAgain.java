package localgov.ims.imports;

import java.util.List;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lines that another file brought as well, and that were left alone there because this file had posted them. That file
/// goes first, or its lines would be in nobody's book.
@Component
class SeenAgain implements MovedOn {
    private final JdbcClient db;

    SeenAgain(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Line> of(ImportId id, int most) {
        return Rows.of(db.sql("""
                select min(mine.place) as place, 'SEEN_AGAIN' as how
                  from imports_line again
                  join imports_file file on file.id = again.import
                   and file.state = 'POSTED'
                  join imports_line mine on mine.import = :id
                   and mine.line = split_part(again.because, ' ', 2)::bigint
                   and mine.booked_on = again.booked_on
                 where again.rule = 'seen-before'
                   and split_part(again.because, ' ', 1) = :shown
                 group by mine.line
                 order by 1
                 limit :most
                """)
                .param("id", id)
                .param("shown", id.toString())
                .param("most", most)
                .query(Line.class));
    }
}
