package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.kernel.London;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.receipts.BankFile;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// Files as they came are kept for as long as the council says; what is known of them stays.
@WithCouncil
class DiscardingTest {
    private static int amounts = 615_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    JdbcClient db;

    @Autowired
    Jobs jobs;

    @Autowired
    Originals originals;

    @Autowired
    Laws laws;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        months(84);
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void months(int months) {
        within(() -> {
            var entry = settings.get(KeepingData.KEEPING, KeepingData.KEY).orElseThrow();
            assertThat(settings.change(
                            KeepingData.KEEPING,
                            KeepingData.KEY,
                            entry.version(),
                            Map.of("code", KeepingData.KEY, "months", Integer.toString(months), "note", ""),
                            "system"))
                    .isInstanceOf(Saved.Done.class);
            return true;
        });
    }

    private static byte[] statement() {
        int pence = ++amounts;
        return BankFile.ofDay()
                .numbered(Integer.toString(pence))
                .credit(pence, "A PAYER", "771234561")
                .bytes();
    }

    private Received receive(byte[] bytes) {
        return within(() -> {
            try {
                return imports.receive(new ByteArrayInputStream(bytes), "statement.txt", null, "system");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ImportId read(byte[] bytes) {
        var id = ((Received.New) receive(bytes)).id();
        within(() -> imports.run(id));
        return id;
    }

    private void discardAfter(long months) {
        var then =
                Instant.now().atZone(London.ZONE).plusMonths(months).plusDays(1).toInstant();
        within(() -> {
            new Discarding(db, () -> then, jobs).discard();
            return true;
        });
    }

    private boolean isKept(ImportId id) {
        return within(() -> imports.content(id)).isPresent();
    }

    private long parts(ImportId id) {
        return within(() -> db.sql("""
                select count(*)
                  from imports_content
                 where import = :id
                """).param("id", id).query(Long.class).single());
    }

    @Test
    void aPostedFileGoesWhenItsTimeIsOverAndItsLinesStay() {
        var bytes = statement();
        var id = read(bytes);
        assertThat(within(() -> imports.find(id)).orElseThrow().state()).isEqualTo(ImportState.POSTED);
        discardAfter(83);
        assertThat(isKept(id)).isTrue();
        discardAfter(84);
        assertThat(isKept(id)).isFalse();
        assertThat(parts(id)).isZero();
        assertThat(within(() -> imports.lines(id, 0, null, 10))).hasSize(1);
    }

    @Test
    void itsBytesAreStillTheSameImport() {
        var bytes = statement();
        var id = read(bytes);
        discardAfter(84);
        assertThat(receive(bytes)).isEqualTo(new Received.SeenBefore(id));
    }

    @Test
    void whoeverWantsItIsToldThatItIsGone() {
        var id = read(statement());
        var path = "/office/imports/" + id;
        assertThat(mvc.get().uri(path + "/file").with(SignedInAs.finance()).exchange())
                .hasStatusOk();
        discardAfter(84);
        var reply = mvc.get().uri(path + "/file").with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatus(303).hasRedirectedUrl(path);
    }

    @Test
    void aFileThatMayStillBeReadIsKept() {
        var id = read("No format of ours %d".formatted(++amounts).getBytes(StandardCharsets.UTF_8));
        assertThat(within(() -> imports.find(id)).orElseThrow().state().isOpen()
                        || within(() -> imports.find(id)).orElseThrow().mayBeReadAgain())
                .isTrue();
        discardAfter(600);
        assertThat(isKept(id)).isTrue();
    }

    @Test
    void whatIsNoImportGoesOnceSomebodyHasDecidedAboutIt() {
        var id = within(() -> transactions.execute(_ -> {
            try {
                return originals
                        .keep(new ByteArrayInputStream("no archive".getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        discardAfter(600);
        assertThat(within(() -> originals.isKept(id)))
                .as("it waits for a person")
                .isTrue();
        within(() -> {
            originals.decided(id);
            return true;
        });
        discardAfter(83);
        assertThat(within(() -> originals.isKept(id))).isTrue();
        discardAfter(84);
        assertThat(within(() -> originals.isKept(id))).isFalse();
        assertThat(parts(id)).isZero();
    }

    /// What is gone because its time is over is not lost.
    @AfterEach
    void everyFileIsKeptAsItCame() {
        assertThat(within(() -> laws.all()).stream().filter(law -> law.violations() > 0))
                .isEmpty();
    }

    @Test
    void theCouncilSaysHowLong() {
        months(12);
        var id = read(statement());
        discardAfter(12);
        assertThat(isKept(id)).isFalse();
    }
}
