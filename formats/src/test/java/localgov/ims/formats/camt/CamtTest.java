package localgov.ims.formats.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import localgov.ims.formats.Balance;
import localgov.ims.formats.Booking;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Examples;
import localgov.ims.formats.Heard;
import localgov.ims.formats.Part;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamtTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void aBritishAccountIsSortCodeAndNumberOnBothSides() throws Exception {
        var line = Heard.from(Examples.CAMT_053).lines.getFirst();
        assertThat(line.account()).isEqualTo("12345687654321");
        assertThat(line.payerAccount()).isEqualTo("40404012345678");
        assertThat(line.payerName()).isEqualTo("Ann Armitage");
        assertThat(line.payerReference()).isEmpty();
        assertThat(line.texts()).containsExactly("770000000");
        assertThat(line.code()).isEqualTo("PMNT-RCDT-DMCT");
        assertThat(line.bankReference()).isEqualTo("B1");
    }

    @Test
    void theHeadCarriesTheOpeningBalanceAndTheClosingOneIsTold() throws Exception {
        var heard = Heard.from(Examples.CAMT_053);
        assertThat(heard.statements)
                .containsExactly(new StatementHead(
                        "12345687654321", "GBP", "S324", DAY, new Balance("OPBD", new BigDecimal("100.00"), DAY)));
        assertThat(heard.balance("CLBD").amount()).isEqualByComparingTo("184.51");
        assertThat(heard.check("closing-balance").holds()).isTrue();
    }

    @Test
    void balancesThatDoNotTieWarnAndTotalsThatDoNotTieBlock() throws Exception {
        var heard =
                Heard.from(Examples.CAMT_053.replace(">184.51<", ">184.52<").replace("<Sum>155.51<", "<Sum>155.50<"));
        assertThat(heard.failing()).containsExactly("summary-sum", "closing-balance");
        assertThat(heard.check("summary-sum")).isEqualTo(Check.block("summary-sum", "155.50", "155.51", false));
        assertThat(heard.check("closing-balance").policy()).isEqualTo(Check.Policy.WARN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Sts><Cd>BOOK</Cd>, Sts><Cd>PDNG</Cd>, PENDING
            Sts><Cd>BOOK</Cd>, Sts>PDNG,          PENDING
            Sts><Cd>BOOK</Cd>, Sts>BOOK,          BOOKED
            Sts><Cd>BOOK</Cd>, Sts><Cd>INFO</Cd>, INFORMATION
            Sts><Cd>BOOK</Cd>, Sts><Prtry>?</Prtry>, INFORMATION
            """)
    void onlyABookedEntryIsMoney(String from, String to, Booking booking) throws Exception {
        var line = Heard.from(Examples.CAMT_053.replace(from, to)).lines.getFirst();
        assertThat(line.booking()).isEqualTo(booking);
    }

    @Test
    void anEntryWithoutStatusIsBookedInAStatementAndPendingInAnInterimReport() throws Exception {
        var file = Examples.CAMT_053.replace("<Sts><Cd>BOOK</Cd></Sts>", "");
        assertThat(Heard.from(file).lines.getFirst().booking()).isEqualTo(Booking.BOOKED);
        var interim = file.replace("BkToCstmrStmt", "BkToCstmrAcctRpt").replace("Stmt>", "Rpt>");
        assertThat(Heard.from(interim).lines.getFirst().booking()).isEqualTo(Booking.PENDING);
    }

    @Test
    void pendingEntriesAreNotPartOfTheBalance() throws Exception {
        var pending = entry("5.00", "CRDT", "PDNG", "");
        var heard = Heard.from(Examples.CAMT_053.replaceFirst("<Ntry>", pending + "<Ntry>"));
        assertThat(heard.lines).hasSize(4);
        assertThat(heard.failing()).isEmpty();
    }

    @Test
    void thePagesOfAStatementTieByTheirInterimBalances() throws Exception {
        var page = Examples.CAMT_053.replace("OPBD", "ITBD").replace("CLBD", "ITBD");
        assertThat(Heard.from(page).check("closing-balance").holds()).isTrue();
        var only = page.replaceFirst("<Bal>(?s:.*?)</Bal>", "");
        assertThat(Heard.from(only).checks).noneMatch(check -> check.check().equals("closing-balance"));
    }

    @Test
    void wrappersAndPrefixesAndNamespacesDoNotMatter() throws Exception {
        var expected = Heard.from(Examples.CAMT_053).lines.stream()
                .map(StatementLine::amount)
                .toList();
        var prefixed = Examples.CAMT_053.replaceAll("<(/?)([A-Z])", "<$1ns2:$2").replace("xmlns=", "xmlns:ns2=");
        var wrapped = Examples.CAMT_053
                .replace("<Document", "<BizMsgEnvlp><AppHdr><Fr>X</Fr></AppHdr><Document")
                .replace("</Document>", "</Document></BizMsgEnvlp>");
        var bare = Examples.CAMT_053.replaceAll(" xmlns=\"[^\"]*\"", "");
        for (var file : List.of(prefixed, wrapped, bare)) {
            assertThat(Heard.from(file).lines).extracting(StatementLine::amount).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >120.00<                | >120.005<               | 120.005    | This amount has more decimals than its currency
            >120.00<                | >-120.00<               | -120.00    | This amount is negative
            >120.00<                | >1,200.00<              | 1,200.00   | This amount has a comma
            >120.00<                | >12O.00<                | 12O.00     | This is not an amount
            <Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef> | <Dt>2026-02-30</Dt></BookgDt><AcctSvcrRef> | 2026-02-30 | The booking day is not a day
            <CdtDbtInd>CRDT</CdtDbtInd><Sts> | <CdtDbtInd>CR</CdtDbtInd><Sts> | CR | This entry says neither CRDT nor DBIT
            """)
    void aBadEntryIsNamedByLineColumnAndValue(String good, String bad, String value, String reason) throws Exception {
        var at = Examples.CAMT_053.indexOf("<Ntry>");
        var file = Examples.CAMT_053.substring(0, at)
                + Examples.CAMT_053.substring(at).replaceFirst(Pattern.quote(good), bad);
        var heard = Heard.from(file);
        assertThat(heard.lines).hasSize(2);
        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(13);
            assertThat(problem.column()).isNotNull();
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.problem()).startsWith(reason).endsWith(".");
        });
        assertThat(heard.failing()).contains("summary-count");
    }

    @Test
    void zerosBehindTheDecimalsOfTheCurrencyAreNoThirdDecimal() throws Exception {
        var heard = Heard.from(Examples.CAMT_053.replace(">120.00<", ">120.00000<"));
        assertThat(heard.lines.getFirst().amount()).isEqualTo(new BigDecimal("120.00000"));
    }

    @Test
    void aBatchIsOneEntryWithItsPaymentsAsParts() throws Exception {
        var details = "<NtryDtls>" + payment("100.00", "Ann", "770000000") + payment("20.00", "Ben", "BJ12345673")
                + "</NtryDtls>";
        var heard = Heard.from(
                Examples.CAMT_053.replaceFirst("<Ntry>", entry("120.00", "CRDT", "BOOK", details) + "<Ntry>"));
        var line = heard.lines.getFirst();
        assertThat(line.parts()).extracting(Part::payerName).containsExactly("Ann", "Ben");
        assertThat(line.parts()).extracting(Part::payerReference).containsExactly("770000000", "BJ12345673");
        assertThat(line.parts())
                .extracting(Part::amount)
                .containsExactly(new BigDecimal("100.00"), new BigDecimal("20.00"));
        assertThat(line.partsAddUp()).isTrue();
        assertThat(line.payerName()).isEmpty();
    }

    @Test
    void partsThatDoNotComeToTheEntryAreNoticed() throws Exception {
        var details = "<NtryDtls>" + payment("100.00", "Ann", "A") + payment("19.99", "Ben", "B") + "</NtryDtls>";
        var heard = Heard.from(
                Examples.CAMT_053.replaceFirst("<Ntry>", entry("120.00", "CRDT", "BOOK", details) + "<Ntry>"));
        assertThat(heard.lines.getFirst().partsAddUp()).isFalse();
        assertThat(heard.check("parts-add-up").holds()).isFalse();
    }

    @Test
    void twoPaymentsAlikeInEveryWordAreTwoPayments() throws Exception {
        var twice = entry("5.00", "CRDT", "BOOK", "").repeat(2);
        assertThat(Heard.from(Examples.CAMT_053.replaceFirst("<Ntry>", twice + "<Ntry>")).lines)
                .hasSize(5);
    }

    @Test
    void aReversedPaymentOfOursNamesTheOneWhoWasPaid() throws Exception {
        var details = "<RvslInd>true</RvslInd><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Council</Nm></Dbtr>"
                + "<Cdtr><Nm>Cy Cole</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>";
        var heard =
                Heard.from(Examples.CAMT_053.replaceFirst("<Ntry>", entry("5.00", "CRDT", "BOOK", details) + "<Ntry>"));
        assertThat(heard.lines.getFirst().reversal()).isTrue();
        assertThat(heard.lines.getFirst().payerName()).isEqualTo("Cy Cole");
    }

    @Test
    void piecesOfTextStayApartInOrder() throws Exception {
        var file = Examples.CAMT_053.replace(
                "<Ustrd>770000000</Ustrd>",
                "<Ustrd>CTAX 7700</Ustrd><Ustrd>00000</Ustrd><Strd><CdtrRefInf><Ref>RF18 5390</Ref></CdtrRefInf></Strd>");
        var line = Heard.from(file).lines.getFirst();
        assertThat(line.payerReference()).isEqualTo("RF18 5390");
        assertThat(line.texts()).containsExactly("CTAX 7700", "00000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE Document>
            <!DOCTYPE Document SYSTEM "file:///etc/passwd">
            <!DOCTYPE Document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
            """)
    void aDocumentTypeIsRefusedWhereverItPoints(String type) {
        var file = Examples.CAMT_053.replace("<Document ", type + "<Document ");
        assertThat(Heard.refusal(file)).satisfies(p -> assertThat(p.problem()).contains("document type"));
    }

    @Test
    void aDocumentTypeBehindALongCommentIsRefusedToo() {
        var file = Examples.CAMT_053.replace(
                "<Document ", "<!--<BkToCstmrStmt>" + "x".repeat(70_000) + "--><!DOCTYPE Document><Document ");
        assertThat(Heard.refusal(file)).satisfies(p -> {
            assertThat(p.problem()).contains("document type");
            assertThat(p.line()).isEqualTo(2);
        });
    }

    @Test
    void anEntityIsRefusedWhereItStands() {
        var file = Examples.CAMT_053.replace("Ann Armitage", "Ann &secret; Armitage");
        assertThat(Heard.refusal(file)).satisfies(p -> assertThat(p.line()).isEqualTo(17));
    }

    @Test
    void bytesThatAreNotTheSaidEncodingAreRefused() {
        var bytes = Examples.CAMT_053.replace("Ann", "Siân").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Heard.refusal(bytes)).satisfies(p -> assertThat(p.problem()).contains("encoding"));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws Exception {
        var heard = Heard.from(Examples.CAMT_053);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new Camt053Writer(bytes, "M2", LocalDateTime.of(2026, 11, 21, 6, 0))) {
            writer.statement(heard.statements.getFirst(), heard.balance("CLBD"));
            for (var line : heard.lines) {
                writer.write(line);
            }
        }
        var again = Heard.from(bytes.toByteArray());
        assertThat(again.statements).isEqualTo(heard.statements);
        assertThat(again.balances).isEqualTo(heard.balances);
        assertThat(again.failing()).isEmpty();
        assertThat(again.lines)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(heard.lines);
    }

    @Test
    void aWrittenBatchAndItsMarkupComeBackTheSame() throws Exception {
        var parts = List.of(
                new Part(
                        new BigDecimal("6.00"),
                        "A <b> & Co",
                        "GB33BUKB20201555555555",
                        "R1",
                        List.of("one", "two"),
                        "P1"),
                new Part(new BigDecimal("-1.00"), "Ben", "", "", List.of(), "P2"));
        var line = new StatementLine(
                2,
                "12345687654321",
                "GBP",
                DAY,
                DAY.plusDays(1),
                Direction.CREDIT,
                new BigDecimal("5.00"),
                Booking.BOOKED,
                false,
                "399",
                "B9",
                "",
                "",
                "",
                List.of("batch"),
                parts,
                null);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new Camt053Writer(bytes, "M2", LocalDateTime.of(2026, 11, 21, 6, 0))) {
            writer.statement(new StatementHead("12345687654321", "GBP", "S1", DAY, null), null);
            writer.write(line);
        }
        assertThat(Heard.from(bytes.toByteArray()).lines)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactly(line);
    }

    private static String entry(String amount, String direction, String status, String more) {
        return "<Ntry><Amt Ccy=\"GBP\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Sts>" + status
                + "</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>" + more + "</Ntry>";
    }

    private static String payment(String amount, String name, String reference) {
        return "<TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"GBP\">"
                + amount + "</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>" + name + "</Nm></Dbtr></RltdPties></TxDtls>";
    }
}
