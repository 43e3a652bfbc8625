package localgov.ims.portal;

import java.util.List;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Use;
import localgov.ims.settings.UsedElsewhere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Bills of a fund that payers have chosen and not yet paid. They are judged again when somebody pays.
@Component
class FundsInBaskets implements UsedElsewhere {
    private static final Phrase THEN = Phrase.both(
            "They can no longer be paid; whoever pays is told so and nothing is taken.",
            "Ni ellir eu talu mwyach; caiff pwy bynnag sy’n talu wybod hynny, ac ni chymerir dim.");

    private final JdbcClient db;

    FundsInBaskets(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Use> of(String type, String key) {
        return type.equals("funds")
                ? List.of(Use.of(
                                Phrase.both("Bills in baskets, not yet paid", "Biliau mewn basgedi, heb eu talu eto"),
                                chosen(key),
                                null)
                        .then(THEN))
                : List.of();
    }

    /// Counted up to a thousand and one; baskets are forgotten after some days.
    private long chosen(String fund) {
        return db.sql("""
                select count(*) as chosen
                  from (select line.line
                          from portal_basket_line line
                          join portal_basket basket on basket.id = line.basket
                         where line.fund = :fund
                           and basket.paying is null
                         limit 1001) counted
                """).param("fund", fund).query(Long.class).single();
    }
}
