package localgov.ims.reporting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// The postings that name a fund or a method of payment, counted in what is folded already.
@Component
class UsedInTheBook implements UsedElsewhere {
    private static final Phrase POSTINGS = Phrase.both("Postings in the book", "Cofnodion yn y llyfr");

    private static final Phrase STAY = Phrase.both("They stay as they are.", "Maent yn aros fel y maent.");

    private final JdbcClient db;

    UsedInTheBook(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Use> of(String type, String key) {
        return switch (type) {
            case "funds" ->
                List.of(Use.of(
                                POSTINGS,
                                inFund(key),
                                "/office/receipts?fund=" + UriUtils.encode(key, StandardCharsets.UTF_8))
                        .then(STAY));
            case "methods-of-payment" ->
                List.of(Use.of(POSTINGS, byMethod(key), null).then(STAY));
            default -> List.of();
        };
    }

    private long inFund(String fund) {
        return db.sql("""
                select coalesce(sum(postings), 0)::bigint as postings
                  from ledger_moves
                 where fund = :fund
                """).param("fund", fund).query(Long.class).single();
    }

    private long byMethod(String method) {
        return db.sql("""
                select coalesce(sum(postings), 0)::bigint as postings
                  from ledger_moves
                 where method = :method
                """).param("method", method).query(Long.class).single();
    }
}
