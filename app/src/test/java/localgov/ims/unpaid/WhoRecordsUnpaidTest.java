package localgov.ims.unpaid;

import static localgov.ims.people.Permission.ASK_REFUNDS;
import static localgov.ims.people.Permission.RECORD_UNPAID;
import static localgov.ims.people.Permission.SEE_ACCOUNTS;
import static localgov.ims.people.Permission.SEE_RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.people.Ageing;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Person;
import localgov.ims.people.PersonId;
import localgov.ims.people.Somebody;
import localgov.ims.receipts.Arrival;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Who may write down that something was returned unpaid, and who is shown what came of it.
class WhoRecordsUnpaidTest extends UnpaidJourney {
    @Test
    void whoMayNotWriteItDownIsNeitherOfferedItNorLetThrough() {
        var journal = cheque();
        var others = Somebody.who(Limits.NONE, SEE_RECEIPTS, ASK_REFUNDS, SEE_ACCOUNTS);
        assertThat(page(get("/office/receipts/" + journal + "-1", others)).select("a[href$=/returned]"))
                .isEmpty();
        assertThat(get(path(journal), others)).hasStatus(403);
        assertThat(send(journal, today(), "Refer to drawer", others)).hasStatus(403);
        for (var limits : List.of(Limits.toFunds("11"), Limits.toFunds("23", "11"))) {
            var limited = Somebody.who(limits, SEE_RECEIPTS, RECORD_UNPAID);
            var within = limits.funds().contains("23");
            assertThat(get(path(journal), limited)).hasStatus(within ? 200 : 404);
            assertThat(send(journal, today(), "", limited)).hasStatus(within ? 422 : 404);
        }
        assertThat(returned(journal)).isEmpty();
    }

    @Test
    void whoeverMayWriteDownSomeOfAReceiptAloneWritesNoneOfIt() {
        var journal = received(
                "counter",
                CHEQUE,
                IN_TRANSIT,
                Arrival.Line.of("23", CY, Money.pounds(61, 0), null),
                Arrival.Line.of("11", "BJ99518409", Money.pounds(62, 0), null));
        var receipt = "/office/receipts/" + journal + "-1";
        var offered = "a[href$=/returned]";
        var both = Somebody.who(Limits.toFunds("11", "23"), SEE_RECEIPTS, RECORD_UNPAID);
        assertThat(page(get(receipt, both)).select(offered)).hasSize(1);
        assertThat(get(path(journal), both)).hasStatusOk();
        var one = Somebody.who(Limits.toFunds("23"), SEE_RECEIPTS, RECORD_UNPAID);
        assertThat(page(get(receipt, one)).select(offered)).isEmpty();
        assertThat(get(path(journal), one)).hasStatus(404);
        assertThat(send(journal, today(), "Refer to drawer", one)).hasStatus(404);

        var limited = List.of(new Held(Set.of(RECORD_UNPAID), Limits.toFunds("23")));
        var cal = new Person(new PersonId(UUID.randomUUID()), "cal@demo.example", "Cal", limited);
        assertThat(within(() -> app.getBean(UnpaidReceipts.class).write(journal, 1, today(), "Refer to drawer", cal)))
                .as("whichever way they come")
                .isEqualTo(new Returned.NoSuchReceipt());
        assertThat(returned(journal)).isEmpty();
    }

    @Test
    void whatWentOutAgainIsShownInTheBookToWhoeverMaySeeItThere() {
        var journal = cheque();
        assertThat(write(journal)).isInstanceOf(Returned.Done.class);
        var receipt = "/office/receipts/" + journal + "-1";
        var book = "a:contains(See it in the book)";
        var everything = Somebody.who(Limits.NONE, SEE_RECEIPTS);
        assertThat(page(get(receipt, everything)).select(book)).hasSize(1);
        var cheques = Somebody.who(new Limits(Set.of(), Set.of(), Set.of(CHEQUE)), SEE_RECEIPTS);
        assertThat(page(get(receipt, cheques)).select(book)).isEmpty();
    }

    @Test
    void itNeedsAProofThatIsFresh() {
        var journal = cheque();
        var ann = session();
        assertThat(get(path(journal), ann)).hasStatusOk();
        Ageing.proofs(db, 11);
        var asked = send(journal, today(), "Refer to drawer", ann);
        assertThat(page(asked).select("h1").text()).isEqualTo("Show us it is you");
        assertThat(returned(journal)).isEmpty();
    }

    /// One session for several requests, which grows old.
    private RequestPostProcessor session() {
        var cookies = new ArrayList<Cookie>();
        return request -> {
            if (cookies.isEmpty()) {
                finance.postProcessRequest(request);
                cookies.addAll(List.of(request.getCookies()));
            }
            request.setCookies(cookies.toArray(Cookie[]::new));
            return request;
        };
    }
}
