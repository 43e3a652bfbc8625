package localgov.ims.suspense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.approvals.Approving;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.people.SignedInAs;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Above the council's limit: Ann places an item, Ben finds it in his inbox and approves, and a program is sent away.
@WithCouncil
class ALimitOnScreensTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Receipts receipts;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    DemoAccounts holders;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource dataSource;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static Document page(MvcTestResult reply) {
        try {
            return Jsoup.parse(reply.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Document page(String address, RequestPostProcessor who) {
        return page(mvc.get().uri(address).with(who).exchange());
    }

    private long arrives() {
        return within(() -> {
            catalogue.load();
            holders.load(5);
            Approving.limit(dataSource, AllocationKind.NAME, Money.pence(100_00), 7);
            var journal = receipts.accept(new Arrival(
                            new Source("cash-return", UUID.randomUUID().toString()),
                            AccountName.bank("main"),
                            LocalDate.of(2026, 11, 19),
                            "93",
                            "S",
                            "bank",
                            "C PAYS",
                            List.of(Arrival.Line.unplaced(Money.pence(300_00), "Nothing was recognised.", ""))))
                    .journal();
            return db.sql("""
                    select id
                      from receipts_unplaced
                     where journal = :journal
                    """).param("journal", journal).query(Long.class).single();
        });
    }

    @Test
    void whatIsOverTheLimitWaitsAndMovesWhenItIsApproved() {
        var item = "/office/suspense/" + arrives();
        var byProgram = mvc.post()
                .uri("/api/v1" + item.substring("/office".length()) + "/allocations")
                .with(SignedInAs.demoKey())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"lines\": [{\"fund\": \"23\", \"account\": \"774952620\", \"amount\": 30000}]}")
                .exchange();
        assertThat(byProgram).hasStatus(409).bodyText().contains("needs_two_people");

        var placed = mvc.post()
                .uri(item)
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("key", UUID.randomUUID().toString())
                .param("seen", "30000")
                .param("fund-1", "23")
                .param("account-1", "774952620")
                .param("amount-1", "300.00")
                .exchange();
        assertThat(placed).hasStatus(303);
        assertThat(page(item, SignedInAs.finance())
                        .expectFirst(".govuk-inset-text")
                        .text())
                .isEqualTo("Ann Finance asked to place £300.00 of it. A colleague has to approve that first.");

        var request = page("/office/approvals", SignedInAs.approver())
                .expectFirst("main table a")
                .attr("href");
        var asked = page(request, SignedInAs.approver());
        assertThat(asked.expectFirst("main").text()).contains("Ann Finance", "23 774952620 Nothing £300.00");
        assertThat(asked.select("main a[href=%s]".formatted(item))).hasSize(1);
        var approved = mvc.post()
                .uri(request)
                .with(SignedInAs.approver())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("do", "approve")
                .exchange();
        assertThat(approved).hasStatus(303);
        var done = page(item, SignedInAs.finance());
        assertThat(done.select(".govuk-inset-text")).isEmpty();
        assertThat(done.select("main form")).isEmpty();
        assertThat(done.expectFirst(".ims-timeline").text()).contains("£300.00");
    }
}
