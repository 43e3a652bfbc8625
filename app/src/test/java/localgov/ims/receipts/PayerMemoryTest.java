package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Reversed;
import localgov.ims.imports.Reversing;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;

/// Which bank account has paid which account is remembered from posted lines, and helps to be certain.
@WithCouncil
class PayerMemoryTest {
    private static int files = 840_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Reversing reversing;

    @Autowired
    Approvals approvals;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    PayerMemory memory;

    @Autowired
    InstantSource clock;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncil() {
        mvc.get().uri("/office").with(SignedInAs.finance()).exchange();
        mvc.get().uri("/office").with(SignedInAs.approver()).exchange();
        within(() -> {
            demo.load();
            try {
                var holders = """
                        fund,number,name
                        23,771234561,
                        19,3999000011,AGATHA MILLER
                        19,3999000012,DOROTHY SAYERS
                        """.getBytes(StandardCharsets.UTF_8);
                return accounts.load(new ByteArrayInputStream(holders), "text/csv", "finance@demo.example");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private static BankFile file(String paidFrom) {
        return BankFile.ofDay().numbered(Integer.toString(++files)).paidFrom(paidFrom);
    }

    private Import posted(BankFile file) {
        return within(() -> {
            try {
                var received = imports.receive(
                        new ByteArrayInputStream(file.bytes()), "statement.txt", null, "finance@demo.example");
                var id = ((Received.New) received).id();
                imports.run(id);
                var read = imports.find(id).orElseThrow();
                assertThat(read.state()).isEqualTo(ImportState.POSTED);
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void takenBack(Import file) {
        within(() -> {
            var finance = people.find("finance@demo.example").orElseThrow();
            var asked = reversing.ask(file.id(), ApprovalId.fresh(), "Sent to us by mistake", finance);
            var approver = people.find("approver@demo.example").orElseThrow();
            assertThat(approvals.approve(((Reversed.Waiting) asked).id(), approver))
                    .isInstanceOf(Approval.Approved.class);
            return true;
        });
    }

    private void remember() {
        within(() -> {
            memory.remember();
            return true;
        });
    }

    /// What is remembered of a bank account: what it paid and how often.
    private List<String> remembered(String payer) {
        var told = new ArrayList<String>();
        within(() -> {
            memory.each((who, fund, account, times) -> {
                if (who.equals(payer)) {
                    told.add("%s %s %d".formatted(fund, account, times));
                }
            });
            return true;
        });
        return told;
    }

    @Test
    void aFileCountsOnceAndNoLongerOnceItWasTakenBack() {
        var payer = "11223341000001";
        var first = posted(file(payer).credit(71_01, "C PAYER", "771234561").credit(71_02, "C PAYER", "WHO KNOWS"));
        assertThat(remembered(payer)).isEmpty();
        remember();
        remember();
        assertThat(remembered(payer)).containsExactly("23 771234561 1");
        posted(file(payer).credit(71_03, "C PAYER", "771234561").credit(71_04, "C PAYER", "771234561"));
        remember();
        assertThat(remembered(payer)).containsExactly("23 771234561 3");
        takenBack(first);
        remember();
        remember();
        assertThat(remembered(payer)).containsExactly("23 771234561 2");
    }

    @Test
    void whatIsTakenBackWholeIsForgotten() {
        var payer = "11223341000002";
        var file = posted(file(payer).credit(72_01, "C PAYER", "771234561"));
        remember();
        takenBack(file);
        remember();
        assertThat(remembered(payer)).isEmpty();
    }

    @Test
    void ofTwoWhoRememberAtOnceEachFileCountsOnce() throws Exception {
        var payer = "11223341000003";
        for (int i = 0; i < 5; i++) {
            posted(file(payer).credit(73_01 + i, "C PAYER", "771234561"));
        }
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> both = () -> {
                remember();
                return true;
            };
            for (var done : two.invokeAll(List.of(both, both))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(remembered(payer)).containsExactly("23 771234561 5");
    }

    @Test
    void aBankAccountThatHasPaidThisInvoiceBeforeSaysWhichOfTwoAlikeIsMeant() {
        var hers = "11223341000004";
        assertThat(posted(file(hers).credit(74_01, "AGATHA MILLER", "3999000011"))
                        .outcome(Outcome.POSTED)
                        .count())
                .as("her name speaks for it")
                .isOne();
        remember();
        assertThat(posted(file(hers).credit(74_02, "HIGH STREET LTD", "3999000011"))
                        .outcome(Outcome.POSTED)
                        .count())
                .as("her bank account speaks for it")
                .isOne();
        assertThat(posted(file("11223341000005").credit(74_03, "HIGH STREET LTD", "3999000011"))
                        .outcome(Outcome.SUSPENSE)
                        .count())
                .as("nothing speaks for it, and the next number is somebody else’s")
                .isOne();
    }

    @Test
    void whereTheBankAccountPaidBeforeIsSuggested() {
        var payer = "11223341000006";
        posted(file(payer).credit(75_01, "C PAYER", "771234561").credit(75_02, "C PAYER", "771234561"));
        remember();
        var file = posted(file(payer).credit(75_03, "ANOTHER NAME", "THANK YOU"));
        var item = within(() -> db.sql("select id from suspense_items where source_id = :id")
                .param("id", file.id().value().toString())
                .query(Long.class)
                .single());
        var page = mvc.get()
                .uri("/office/suspense/" + item)
                .with(SignedInAs.finance())
                .exchange();
        assertThat(page).bodyText().contains("771234561", "bank account has paid it 2 times before");
    }

    @Test
    void aBankAccountThatPaidNothingForTwoYearsIsForgotten() {
        var payer = "11223341000007";
        posted(file(payer).credit(76_01, "C PAYER", "771234561"));
        remember();
        assertThat(remembered(payer)).hasSize(1);
        forgetAt(() -> clock.instant().plus(Duration.ofDays(700)));
        assertThat(remembered(payer)).hasSize(1);
        forgetAt(() -> clock.instant().plus(Duration.ofDays(800)));
        assertThat(remembered(payer)).isEmpty();
    }

    private void forgetAt(InstantSource later) {
        within(() -> {
            new PayerMemory(db, manager, later, jobs).forget();
            return true;
        });
    }
}
