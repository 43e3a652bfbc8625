package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.people.Scope;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A file is one journal of up to a million lines, each of another payer: of its receipt one line is read.
@WithCouncil
class ReceiptOfOneLineTest {
    @Autowired
    ApplicationContext app;

    @BeforeEach
    void funds() {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Posted second(String kind, String id) {
        return within(() -> {
            app.getBean(Receipts.class)
                    .accept(new Arrival(
                            new Source(kind, id),
                            AccountName.clearing("card"),
                            OfficeJourney.YESTERDAY,
                            "card",
                            "S",
                            "online",
                            null,
                            List.of(
                                    Arrival.Line.of("23", "771234561", Money.pence(110_100), null),
                                    Arrival.Line.of("11", "BJ99518409", Money.pence(110_200), null),
                                    Arrival.Line.of("11", "BJ99518409", Money.pence(110_300), null))));
            var journal = app.getBean(StoryStore.class).journalOf(kind, id).orElseThrow();
            return app.getBean(StoryStore.class).posted(journal, 2).orElseThrow();
        });
    }

    @Test
    void ofALineOfAFileTheOthersAreNotEvenRead() {
        var line = second("import", "0190a000-0000-7000-8000-000000000001");
        var store = app.getBean(ReceiptMailStore.class);
        assertThat(within(() -> store.cameIn(ReceiptMail.Of.posted(line))))
                .singleElement()
                .satisfies(one -> assertThat(one.line()).isEqualTo(2));
        assertThat(within(() -> app.getBean(ReceiptMail.class).of(line, Scope.EVERYTHING)))
                .hasValueSatisfying(receipt ->
                        assertThat(receipt.lines()).extracting(Posted::line).containsExactly(2));
    }

    @Test
    void aPayersReceiptIsTheWholeOfIt() {
        var line = second("demo", "three-bills");
        assertThat(within(() -> app.getBean(ReceiptMail.class).of(line, Scope.EVERYTHING)))
                .hasValueSatisfying(receipt ->
                        assertThat(receipt.lines()).extracting(Posted::line).containsExactly(1, 2, 3));
    }
}
