package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.Imports;
import localgov.ims.imports.KindOfFile;
import localgov.ims.imports.Received;
import localgov.ims.imports.Tally;
import localgov.ims.imports.TestImports;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.recognition.TestRecognisers;
import localgov.ims.rules.TestRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// A council that receives files of its bank, no two of which are alike unless a test makes them so;
/// afterwards the laws hold.
abstract class FilesOfTheBank {
    static TestCouncil council;
    static Catalogue catalogue;
    static Accounts accounts;
    static KindOfFile statements;
    static Imports imports;

    static final AtomicInteger FILES = new AtomicInteger(100_000);

    @BeforeAll
    static void theCouncilHasFundsAndAccounts() throws IOException {
        council = TestCouncil.fresh();
        catalogue = TestCatalogue.on(council);
        accounts = TestAccounts.on(council, catalogue);
        statements = new StatementReceipts(
                Pens.on(council),
                catalogue,
                TestRecognisers.of(catalogue, accounts),
                TestRules.on(council),
                accounts,
                TestFileTakingBack.on(council));
        imports = TestImports.on(council, statements);
        council.within(() -> TestCatalogue.fill(council.db));
        var holders = "fund,number\n23,771234561\n23,776543215\n24,561234564\n5,61234567892\n";
        council.within(() -> {
            try {
                assertThat(accounts.load(
                                        new ByteArrayInputStream(holders.getBytes(StandardCharsets.UTF_8)),
                                        "text/csv",
                                        "ann")
                                .kept())
                        .isTrue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    /// A file with a label that no other test's file has, so that only its lines may be alike.
    static BankFile file() {
        return BankFile.ofDay().numbered(Integer.toString(FILES.incrementAndGet()));
    }

    static Received receive(byte[] bytes, String name) {
        return council.within(() -> {
            try {
                return imports.receive(new ByteArrayInputStream(bytes), name, null, "ann@aldermere.example");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static ImportId isNew(Received received) {
        assertThat(received).isInstanceOf(Received.New.class);
        return ((Received.New) received).id();
    }

    static Import read(byte[] bytes, String name) {
        var id = isNew(receive(bytes, name));
        assertThat(council.within(() -> imports.run(id))).isTrue();
        return find(id);
    }

    static Import find(ImportId id) {
        return council.within(() -> imports.find(id)).orElseThrow();
    }

    static List<ImportLine> lines(Import file) {
        return council.within(() -> imports.lines(file.id(), 0, null, 1_000));
    }

    static long postings(ImportId id) {
        return council.within(() -> council.db
                .sql("""
                select count(*) from ledger_postings where source_kind = 'import' and source_id = :id
                """)
                .param("id", id.value().toString())
                .query(Long.class)
                .single());
    }

    static Tally tally(long count, long pence) {
        return new Tally(count, Money.pence(pence));
    }
}
