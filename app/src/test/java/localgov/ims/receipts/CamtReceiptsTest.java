package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.TestCatalogue;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportLine;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Tally;
import localgov.ims.imports.TestImports;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.AccountName;
import localgov.ims.ledger.Balances;
import localgov.ims.ledger.pen.Pens;
import localgov.ims.recognition.TestRecognisers;
import localgov.ims.rules.TestRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is not plain in a statement: batches, pending entries, other currencies, parts of a penny, notices.
class CamtReceiptsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final Catalogue catalogue = TestCatalogue.on(council);
    static final Accounts accounts = TestAccounts.on(council, catalogue);
    static final Imports imports = TestImports.on(
            council,
            new StatementReceipts(
                    Pens.on(council),
                    catalogue,
                    TestRecognisers.of(catalogue, accounts),
                    TestRules.on(council),
                    accounts,
                    TestFileTakingBack.on(council)));
    static int statements;

    @BeforeAll
    static void theCouncilHasFunds() {
        council.within(() -> TestCatalogue.fill(council.db));
    }

    @AfterAll
    static void theBooksAreInOrder() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    static String statement(String currency, String... entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>M%1$d</MsgId><CreDtTm>2026-11-20T05:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>S%1$d</Id><CreDtTm>2026-11-20T05:00:00</CreDtTm>
                <Acct><Id><Othr><Id>12345612345678</Id></Othr></Id><Ccy>%2$s</Ccy></Acct>
                %3$s
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(++statements, currency, String.join("\n", entries));
    }

    static String entry(String amount, String currency, String status, String details) {
        return """
                <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>%s</Sts><BookgDt><Dt>2026-11-19</Dt></BookgDt>
                <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>%s</Ntry>""".formatted(currency, amount, status, details);
    }

    static String details(String... payments) {
        return "<NtryDtls>" + String.join("", payments) + "</NtryDtls>";
    }

    static String payment(String amount, String reference) {
        return """
                <TxDtls><Refs><EndToEndId>E%s</EndToEndId></Refs>%s<RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls>""".formatted(
                reference.hashCode(),
                amount.isEmpty() ? "" : "<AmtDtls><TxAmt><Amt Ccy=\"GBP\">%s</Amt></TxAmt></AmtDtls>".formatted(amount),
                reference);
    }

    static Import read(String file) {
        return council.within(() -> {
            try {
                var received = imports.receive(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "statement.xml",
                        null,
                        "ann@aldermere.example");
                var id = ((Received.New) received).id();
                imports.run(id);
                return imports.find(id).orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static List<ImportLine> lines(Import file) {
        return council.within(() -> imports.lines(file.id(), 0, null, 100));
    }

    static Tally tally(long count, long pence) {
        return new Tally(count, Money.pence(pence));
    }

    @Test
    void aBatchWhosePartsAddUpIsPlacedPartByPart() {
        var file = read(statement(
                "GBP",
                entry(
                        "30.00",
                        "GBP",
                        "BOOK",
                        details(
                                payment("10.00", "BJ99518409"),
                                payment("15.00", "FP1234567A"),
                                payment("5.00", "THANKS")))));

        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.lines()).isOne();
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(0, 2_500));
        assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(1, 500));
        assertThat(lines(file))
                .extracting(ImportLine::part, ImportLine::fund, ImportLine::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "11", Money.pence(1_000)),
                        org.assertj.core.groups.Tuple.tuple(2, "2R", Money.pence(1_500)),
                        org.assertj.core.groups.Tuple.tuple(3, null, Money.pence(500)));
    }

    @Test
    void aBatchWhosePartsDoNotAddUpIsNobodysYet() {
        var file = read(statement(
                "GBP",
                entry("31.00", "GBP", "BOOK", details(payment("10.00", "BJ99518409"), payment("", "FP1234567A")))));

        assertThat(file.outcome(Outcome.SUSPENSE)).isEqualTo(tally(1, 3_100));
        assertThat(lines(file)).singleElement().satisfies(line -> {
            assertThat(line.rule()).isEqualTo("several");
            assertThat(line.reasons()).isNotEmpty();
        });
    }

    @Test
    void onlyBookedEntriesAreMoney() {
        var file = read(statement(
                "GBP",
                entry("7.00", "GBP", "PDNG", details(payment("", "BJ99518409"))),
                entry("0.00", "GBP", "BOOK", details(payment("", "BJ99518409"))),
                entry("8.00", "GBP", "BOOK", details(payment("", "BJ99518409")))));

        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        assertThat(file.outcome(Outcome.IGNORED)).isEqualTo(tally(2, 700));
        assertThat(file.outcome(Outcome.POSTED)).isEqualTo(tally(1, 800));
        assertThat(lines(file))
                .extracting(ImportLine::rule)
                .containsExactly(
                        "pending", "nothing-moved", lines(file).getLast().rule());
        assertThat(lines(file).getFirst().reasons()).containsExactly("The bank has not booked it yet.");
    }

    @Test
    void anotherCurrencyNeverBecomesPounds() {
        var file = read(statement("EUR", entry("9.00", "EUR", "BOOK", details(payment("", "BJ99518409")))));
        assertThat(file.state()).isEqualTo(ImportState.HELD);
        assertThat(file.checks()).anySatisfy(check -> {
            assertThat(check.check()).isEqualTo("currency");
            assertThat(check.actual()).isEqualTo("EUR");
        });
        assertThat(file.credits()).isEqualTo(tally(1, 0));
        assertThat(lines(file)).isEmpty();
    }

    @Test
    void partsOfAPennyAreRefused() {
        var file = read(statement("GBP", entry("9.005", "GBP", "BOOK", details(payment("", "BJ99518409")))));
        assertThat(file.state()).isEqualTo(ImportState.REFUSED);
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.value()).isEqualTo("9.005");
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void aNoticeIsNotPostedBecauseTheStatementWillBe() {
        var notice = statement("GBP", entry("11.00", "GBP", "BOOK", details(payment("", "BJ99518409"))))
                .replace("camt.053", "camt.054")
                .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
                .replace("<Stmt>", "<Ntfctn>")
                .replace("</Stmt>", "</Ntfctn>");
        var file = read(notice);
        assertThat(file.outcome(Outcome.IGNORED)).isEqualTo(tally(1, 1_100));
        assertThat(lines(file).getFirst().rule()).isEqualTo("not-a-statement");
    }

    /// A council that changes from one format to the other gets both for some days. Their words differ,
    /// so nothing but a person can tell that it is the same money.
    @Test
    void theSameDayInAnotherFormatIsForAPerson() {
        var statement = read(statement("GBP", entry("23.50", "GBP", "BOOK", details(payment("", "771234561")))));
        assertThat(statement.state()).isEqualTo(ImportState.POSTED);

        var morning = read(new String(
                BankFile.ofDay().credit(2_350, "A MILLS", "771234561").bytes(), StandardCharsets.UTF_8));

        assertThat(morning.state()).isEqualTo(ImportState.HELD);
        assertThat(morning.checks())
                .filteredOn(check -> !check.holds())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.check()).isEqualTo("described-before");
                    assertThat(check.expected()).isEqualTo("STANDARD_18");
                    assertThat(check.actual()).endsWith("CAMT_053");
                });
        assertThat(lines(morning)).isEmpty();
    }

    /// What a report of the day said counts for nothing once the statement comes.
    @Test
    void aStatementAfterAReportOfTheSameDayIsPosted() {
        var entry = entry("24.50", "GBP", "BOOK", details(payment("", "BJ99518409")));
        var report = statement("GBP", entry)
                .replace("camt.053.001.02", "camt.052.001.02")
                .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
                .replace("<Stmt>", "<Rpt>")
                .replace("</Stmt>", "</Rpt>")
                .replace("2026-11-19", "2026-10-05");
        assertThat(read(report).outcome(Outcome.IGNORED)).isEqualTo(tally(1, 2_450));

        var statement = read(statement("GBP", entry).replace("2026-11-19", "2026-10-05"));

        assertThat(statement.state()).isEqualTo(ImportState.POSTED);
        assertThat(statement.outcome(Outcome.POSTED)).isEqualTo(tally(1, 2_450));
    }

    @Test
    void theBankAccountInTheBookIsTheOneAtTheBank() {
        var before = council.within(() -> new Balances(council.db).of(AccountName.bank("main")));
        read(statement(
                "GBP",
                entry("12.00", "GBP", "BOOK", details(payment("", "BJ99518409"))),
                entry("2.00", "GBP", "BOOK", details(payment("", "TO A SUPPLIER")))
                        .replace("CRDT", "DBIT")));
        assertThat(council.within(() -> new Balances(council.db).of(AccountName.bank("main"))))
                .isEqualTo(before.plus(Money.pence(1_000)));
    }
}
