package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Money of two funds, offices and methods, and colleagues who may see some of it.
@WithCouncil
abstract class LimitedColleagues {
    static final String TAX = "774952620";

    static final String FINE = "BJ99518409";

    static final Limits PARKING = Limits.toFunds("11");

    static final Limits ONLINE = new Limits(Set.of(), Set.of("WEB"), Set.of());

    static final Limits BY_CASH = new Limits(Set.of(), Set.of(), Set.of("cash"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    Receipts receipts;

    @Autowired
    JdbcClient db;

    @Autowired
    InstantSource clock;

    /// Sources that are the same arrive once, so doing this before each test does it before the first.
    @BeforeEach
    void moneyCameIn() {
        within(() -> {
            catalogue.load();
            accept("1", "bank", "WEB", Arrival.Line.of("23", TAX, Money.pence(12_345), null));
            accept("2", "cash", "TH", Arrival.Line.of("11", FINE, Money.pence(3_500), null));
            accept("3", "cash", "TH", Arrival.Line.unplaced(Money.pence(7_700), "Nothing was recognised.", "PCN 77"));
            if (itemOf(8_800).isEmpty()) {
                thoughtToBeParking();
            }
            return true;
        });
    }

    <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    void accept(String number, String method, String office, Arrival.Line line) {
        receipts.accept(new Arrival(
                new Source("cash-return", number),
                AccountName.bank("main"),
                London.dayOf(clock.instant()),
                method,
                office,
                "counter",
                "C PAYS",
                List.of(line)));
    }

    /// Money in suspense that recognition thought might be a parking fine.
    void thoughtToBeParking() {
        db.sql("""
                insert into receipts_suspense_item (journal, line, pence, happened_on, payer, narrative, reason, words, source_kind, source_id, candidates)
                select journal, 99, 8800, happened_on, payer, 'PCN 88', reason, words, source_kind, source_id, '[{"fund":"11","account":"BJ99518409"}]'
                  from receipts_suspense_item
                 where pence = 7700
                """).update();
    }

    List<Long> itemOf(long pence) {
        return within(() -> db.sql("select id from suspense_items where pence = :pence")
                .param("pence", pence)
                .query(Long.class)
                .list());
    }

    String text(String path, RequestPostProcessor who) {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).as(path).hasStatusOk();
        try {
            return Jsoup.parse(result.getResponse().getContentAsString())
                    .select("main")
                    .text();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    String reply(String path, RequestPostProcessor who) {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).as(path).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
