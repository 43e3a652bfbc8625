package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import localgov.ims.Outside;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.formats.Check;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Tally;
import localgov.ims.imports.TestImports;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.recognition.TestRecognisers;
import localgov.ims.rules.TestRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files that nobody here wrote, in every format: each is taken, held or refused, and accounted for.
class SampleFilesTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Imports imports = imports();

    static Imports imports() {
        var catalogue = TestCatalogue.on(council);
        var accounts = TestAccounts.on(council, catalogue);
        return TestImports.on(
                council,
                new StatementReceipts(
                        Pens.on(council),
                        catalogue,
                        TestRecognisers.of(catalogue, accounts),
                        TestRules.on(council),
                        accounts,
                        TestFileTakingBack.on(council)));
    }

    @BeforeAll
    static void theCouncilHasFunds() {
        council.within(() -> TestCatalogue.fill(council.db));
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    @Test
    void everySampleIsAccountedFor() throws IOException {
        int posted = 0;
        try (var files = Files.walk(Outside.need("samples", ""))) {
            for (var path : files.filter(Files::isRegularFile).sorted().toList()) {
                if (council.within(() -> receive(path)) instanceof Received.New(var id)) {
                    council.within(() -> imports.run(id));
                    var file = council.within(() -> imports.find(id)).orElseThrow();
                    isAccountedFor(file, path.toString());
                    posted += file.state() == ImportState.POSTED ? 1 : 0;
                }
            }
        }
        assertThat(posted).isGreaterThanOrEqualTo(10);
    }

    /// Other bytes with the same lines add nothing, whatever the bank's references and balances are like.
    @Test
    void noSampleThatComesAgainIsPostedTwice() throws IOException {
        int again = 0;
        try (var files = Files.walk(Outside.need("samples", ""))) {
            for (var path : files.filter(Files::isRegularFile).sorted().toList()) {
                council.within(() -> read(receive(path)));
                var bytes = Files.readAllBytes(path);
                var longer = Arrays.copyOf(bytes, bytes.length + 1);
                longer[bytes.length] = '\n';
                var second = council.within(() -> read(receive(path, new ByteArrayInputStream(longer))));
                if (second != null && second.state() == ImportState.POSTED) {
                    assertThat(second.outcome(Outcome.IGNORED).count())
                            .as(path.toString())
                            .isEqualTo(second.lines());
                    again++;
                }
            }
        }
        assertThat(again).isGreaterThanOrEqualTo(10);
    }

    private static @Nullable Import read(Received received) {
        if (received instanceof Received.New(var id)) {
            imports.run(id);
            return imports.find(id).orElseThrow();
        }
        return null;
    }

    private static void isAccountedFor(Import file, String name) {
        assertThat(EnumSet.of(ImportState.POSTED, ImportState.HELD, ImportState.REFUSED))
                .as(name)
                .contains(file.state());
        switch (file.state()) {
            case POSTED -> {
                assertThat(file.outcomes().values().stream()
                                .mapToLong(Tally::count)
                                .sum())
                        .as(name)
                        .isEqualTo(file.lines());
                assertThat(file.outcomes().values().stream().map(Tally::amount).reduce(Money.ZERO, Money::plus))
                        .as(name)
                        .isEqualTo(file.credits().amount().plus(file.debits().amount()));
            }
            case HELD ->
                assertThat(file.checks())
                        .as(name)
                        .anyMatch(check -> !check.holds() && check.policy() == Check.Policy.BLOCK);
            default -> assertThat(file.problems()).as(name).isNotEmpty();
        }
    }

    private static Received receive(Path path) {
        try (var in = Files.newInputStream(path)) {
            return receive(path, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received receive(Path path, InputStream in) {
        try {
            return imports.receive(in, path.getFileName().toString(), null, "ann@aldermere.example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
