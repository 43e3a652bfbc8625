package localgov.ims.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Imports;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Source;
import localgov.ims.messages.Email;
import localgov.ims.messages.Sent;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.words.Language;
import localgov.ims.receipts.Arrival;
import localgov.ims.receipts.Receipts;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Somebody telephones and asks for a receipt; Ann of finance sends it.
@WithCouncil
class ReceiptMailTest {
    private static final RequestPostProcessor ANN = SignedInAs.finance();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient db;

    private Instant since = Instant.EPOCH;

    @BeforeEach
    void aFileHasArrived() throws IOException {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return load("fund,number\n23,771234561\n");
        });
        mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", "bank.txt", "text/plain", OfficeJourney.bankFile()))
                .with(ANN)
                .with(csrf())
                .exchange();
        within(() -> {
            app.getBean(Imports.class).runWaiting();
            return true;
        });
        since = Instant.now();
    }

    private boolean load(String holders) {
        try (var in = new ByteArrayInputStream(holders.getBytes(StandardCharsets.UTF_8))) {
            return app.getBean(Accounts.class).load(in, "text/csv", "ann").kept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// Where the receipt of this many pence of the file is.
    private String receipt(long pence) {
        return "/office/receipts/"
                + within(() ->
                        db.sql("""
                        select journal || '-' || line
                          from ledger_postings
                         where source_kind = 'import'
                           and pence = :pence
                        """).param("pence", pence).query(String.class).single());
    }

    private MvcTestResult get(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private Document page(String path) {
        var reply = get(path, ANN);
        assertThat(reply).as(path).hasStatusOk();
        return OfficeJourney.wellMade(path, OfficeJourney.read(reply));
    }

    private String key(String receipt) {
        return page(receipt + "/email").select("[name=key]").val();
    }

    private MvcTestResult send(String receipt, String key, String email, String language, RequestPostProcessor who) {
        return mvc.post()
                .uri(receipt + "/email")
                .param("key", key)
                .param("email", email)
                .param("language", language)
                .with(who)
                .with(csrf())
                .exchange();
    }

    private List<Email> sent() {
        return within(() -> Sent.about(app, "reporting.receipt", since));
    }

    @Test
    void aReceiptIsSentOnceForEachFormAndTheSecondIsACopy() {
        var receipt = receipt(12_000);
        var key = key(receipt);
        assertThat(page(receipt + "/email").text()).doesNotContain("marked as a copy");
        assertThat(send(receipt, key, "landlord@example.org", "en", ANN))
                .hasStatus(303)
                .hasHeader("Location", receipt);
        assertThat(send(receipt, key, "landlord@example.org", "en", ANN)).hasStatus(303);
        assertThat(sent()).as("the same click twice").singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("landlord@example.org");
            assertThat(email.subject()).startsWith("Your receipt ");
            assertThat(email.text())
                    .startsWith("We received £120.00 on ")
                    .contains("771234561: £120.00", "Total: £120.00", "VAT number", "Thank you for paying")
                    .doesNotContain("WHO KNOWS", "35.50");
            assertThat(within(() -> Sent.unfilled(app, email))).isEmpty();
        });

        assertThat(page(receipt + "/email").text()).contains("marked as a copy");
        send(receipt, key(receipt), "someone@example.org", "cy", ANN);
        assertThat(sent()).hasSize(2).last().satisfies(email -> {
            assertThat(email.language()).isEqualTo(Language.WELSH);
            assertThat(email.subject()).startsWith("Copi o’ch derbynneb ");
            assertThat(email.text()).contains("Copi yw hwn", "Derbyniasom £120.00");
            assertThat(email.values()).containsEntry("copy", "yes");
        });

        send(receipt(3_550), key(receipt(3_550)), "bo@example.org", "en", ANN);
        assertThat(sent().getLast().text()).contains("Not yet put on an account: £35.50");

        var told = page(receipt).select(".ims-told li");
        assertThat(told.eachText())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("Receipt that a colleague sends"));
        assertThat(page(receipt(3_550)).select(".ims-told li"))
                .as("another line of the file has its own")
                .hasSize(1);
    }

    @Test
    void theAuditHasThatItWasSentAndNotTheAddress() {
        var receipt = receipt(12_000);
        send(receipt, key(receipt), "nobody-reads-this@example.org", "en", ANN);
        var noted = within(() -> db.sql("""
                        select who || ' ' || did || ' ' || subject || ' ' || detail
                          from audit_events
                         where did = 'receipt.emailed'
                         order by id desc
                         limit 1
                        """).query(String.class).single());
        assertThat(noted)
                .contains("finance@demo.example", "receipt:" + receipt.replaceFirst(".*/", ""))
                .doesNotContain("nobody-reads-this");
        assertThat(within(() -> db.sql("select count(*) from notifications_contact")
                        .query(Long.class)
                        .single()))
                .as("nobody is told of refunds there")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example"})
    void itGoesToOneAddressAndTheFormIsShownAgainWithWhatIsWrong(String typed) {
        var receipt = receipt(12_000);
        var key = key(receipt);
        var refused = send(receipt, key, typed, "", ANN);
        assertThat(refused).hasStatus(422);
        var again = OfficeJourney.wellMade("again", OfficeJourney.read(refused));
        assertThat(again.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#email", "#language");
        assertThat(again.select("[name=key]").val()).isEqualTo(key);
        assertThat(sent()).isEmpty();
    }

    @Test
    void onlyWhoWritesToPayersSendsAReceiptAndOnlyOneThatTheySee() {
        var receipt = receipt(12_000);
        var key = UUID.randomUUID().toString();
        var looking = Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS);
        assertThat(OfficeJourney.read(get(receipt, looking)).select("a[href$=/email]"))
                .isEmpty();
        assertThat(page(receipt).select("a[href$=/email]")).hasSize(1);
        assertThat(get(receipt + "/email", looking)).hasStatus(403);
        assertThat(send(receipt, key, "a@b.example", "en", looking)).hasStatus(403);

        var writing = Somebody.who(Limits.NONE, Permission.WRITE_TO_PAYERS);
        assertThat(get(receipt + "/email", writing)).hasStatus(404);
        assertThat(send(receipt, key, "a@b.example", "en", writing)).hasStatus(404);
        assertThat(sent()).isEmpty();
    }

    @Test
    void whoSeesSomeOfAReceiptAloneSendsNoneOfIt() {
        var journal = within(() -> {
            app.getBean(Receipts.class)
                    .accept(new Arrival(
                            new Source("demo", "two-bills"),
                            AccountName.clearing("card"),
                            OfficeJourney.YESTERDAY,
                            "card",
                            "S",
                            "online",
                            null,
                            List.of(
                                    Arrival.Line.of("23", "771234561", Money.pence(110_100), null),
                                    Arrival.Line.of("11", "BJ99518409", Money.pence(110_200), null))));
            return db.sql("select id from ledger_journals where source_id = 'two-bills'")
                    .query(Long.class)
                    .single();
        });
        var first =
                within(() -> app.getBean(StoryStore.class).posted(journal, 1).orElseThrow());
        var mail = app.getBean(ReceiptMail.class);
        assertThat(within(() -> mail.of(first, Scope.EVERYTHING)))
                .hasValueSatisfying(whole -> assertThat(whole.lines()).hasSize(2));
        assertThat(within(() -> mail.of(first, new Scope(List.of(Limits.toFunds("23"))))))
                .isEmpty();
        assertThat(within(() -> mail.of(first, new Scope(List.of(Limits.toFunds("23", "11"))))))
                .isPresent();

        var receipt = "/office/receipts/" + journal + "-1";
        var offered = "a[href=%s/email]".formatted(receipt);
        assertThat(page(receipt).select(offered)).hasSize(1);
        var some = Somebody.holding(
                new Held(Set.of(Permission.SEE_RECEIPTS), Limits.toFunds("23")),
                new Held(Set.of(Permission.WRITE_TO_PAYERS), Limits.NONE));
        assertThat(get(receipt, some)).hasStatusOk();
        assertThat(OfficeJourney.read(get(receipt, some)).select(offered)).isEmpty();
        assertThat(get(receipt + "/email", some)).hasStatus(404);
    }

    private long journal() {
        return Long.parseLong(receipt(12_000).replaceFirst(".*/(\\d+)-.*", "$1"));
    }

    @Test
    void ofTwoThatGoOutAtOnceOneIsNoCopy() throws Exception {
        var receipt = receipt(3_550);
        var store = app.getBean(ReceiptMailStore.class);
        var of = new ReceiptMail.Of(journal(), Integer.parseInt(receipt.replaceFirst(".*-", "")));
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> one = () -> within(
                    () -> store.goesOut(of, UUID.randomUUID(), false, since).orElseThrow());
            var copies = two.invokeAll(List.of(one, one)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(copies).containsExactlyInAnyOrder(true, false);
        }
    }
}
