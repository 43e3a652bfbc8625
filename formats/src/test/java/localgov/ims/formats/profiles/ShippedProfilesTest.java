package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.formats.Damage;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Heard;
import localgov.ims.formats.Problem;
import localgov.ims.formats.Returned;
import localgov.ims.formats.Stated;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The profiles that come with the system, each with a file made by hand as its sender would write it.
@Timeout(120)
class ShippedProfilesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Stream<String> codes() {
        return ShippedProfiles.all().stream().map(Profile::code);
    }

    static Profile profile(String code) {
        return ShippedProfiles.of(code).orElseThrow();
    }

    /// The file of a profile. Those of banks are in the characters of Windows, with its line ends.
    static byte[] file(String code) throws Exception {
        return code.equals("dwp-deductions")
                ? ShippedFiles.DWP.file()
                : ShippedFiles.TEXTS.get(code).replace("\n", "\r\n").getBytes(WINDOWS);
    }

    private static Heard heard(String code) throws Exception {
        var heard = Heard.by(profile(code), file(code));
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).isEmpty();
        return heard;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            allpay                 | 120.00, 45.5, -45.50                 | 2026-11-20 | 771234561          | P
            barclaycard-settlement | 120.00, -20.00                       | 2026-11-21 |                    | Sale
            barclays-daily         | 120.00, -35.50                       | 2026-11-20 |                    | BGC
            barclays-online        | 1120.00, -35.50                      | 2026-11-20 |                    | Counter Credit
            dwp-deductions         | 14.80, -3.70                         | 2026-11-20 | 771234561          |
            generic-15-columns     | 120.00, -10.00                       | 2026-11-20 | 771234561          |
            govuk-pay-payout       | 100.00, -100.00, 0.00                | 2026-11-20 | 771234561          | Success
            govuk-pay-transactions | 1234.56, -20.00                      | 2026-11-20 | 771234561          | Success
            hsbcnet                | 120.00, -35.50                       | 2026-11-20 |                    | CR
            lloyds-online          | -35.50, 120.00                       | 2026-11-20 |                    | DD
            nationwide             | -35.50, 1120.00                      | 2026-11-20 |                    | Direct debit
            natwest-bankline       | 120.00, -35.50                       | 2026-11-20 |                    | BAC
            natwest-online         | 120.00, -35.50                       | 2026-11-20 |                    | BAC
            paypoint               | 25.00, -25.00                        | 2026-11-20 | 9826001771234561   |
            post-office            | 120.00, -45.50                       | 2026-11-20 | 771234561          | C
            santander-midata       | -3.01, 120.00                        | 2026-11-20 |                    | CARD PAYMENT
            santander-online       | 120.00, -3.01                        | 2026-11-20 |                    |
            worldpay-settlement    | 120.00, -20.00                       | 2026-11-20 | Q7FK2M9DX          | SALE
            """)
    void aFileOfItsSenderIsReadWithoutDoubt(String code, String amounts, String day, String reference, String kind)
            throws Exception {
        var heard = heard(code);
        assertThat(heard.amounts().stream().map(amount -> amount.contains(".") ? amount : amount + ".00"))
                .containsExactly(amounts.split(", "));
        var first = heard.lines.getFirst();
        assertThat(first.bookedOn()).isEqualTo(day);
        assertThat(first.payerReference()).isEqualTo(reference == null ? "" : reference);
        assertThat(first.code()).isEqualTo(kind == null ? "" : kind);
        assertThat(first.currency()).isEqualTo("GBP");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void everyProfileIsWrittenAndReadTheSame(String code) {
        var profile = profile(code);
        assertThat(Described.profile(profile.json())).isEqualTo(profile);
        assertThat(profile.faults()).isEmpty();
        assertThat(profile.description()).hasSizeGreaterThan(80).endsWith(".");
        assertThat(profile.code()).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void itsFileFitsTheProfileAndNoOther(String code) throws Exception {
        var file = file(code);
        var fitting = ShippedProfiles.all().stream()
                .filter(profile -> ProfileReader.fits(profile, file))
                .map(Profile::code)
                .toList();
        assertThat(fitting)
                .containsExactlyElementsOf(
                        code.startsWith("govuk-pay")
                                ? List.of("govuk-pay-payout", "govuk-pay-transactions")
                                : List.of(code));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void aDamagedFileIsReadOrRefusedAndNeverBreaksTheReader(String code) throws Exception {
        var profile = profile(code);
        Damage.times(300, code.hashCode(), file(code), damaged -> {
            try {
                assertThat(Heard.by(profile, damaged).lines)
                        .allMatch(line -> line.amount().signum() >= 0);
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            } catch (RuntimeException e) {
                throw new AssertionError("broke on " + Arrays.toString(damaged), e);
            }
        });
    }

    /// Cut off behind any row, a file with a trailer is known not to be whole.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"allpay", "paypoint", "post-office"})
    void aFileWithATrailerIsNotTakenForWholeWithoutIt(String code) throws Exception {
        var file = new String(file(code), WINDOWS).stripTrailing();
        for (int end = 0; end < file.length(); end++) {
            try {
                var heard = Heard.by(profile(code), file.substring(0, end).getBytes(WINDOWS));
                assertThat(heard.problems.isEmpty() && heard.failing().isEmpty())
                        .as("cut off after %d characters", end)
                        .isFalse();
            } catch (UnreadableFile refused) {
                assertThat(refused.problem().problem()).endsWith(".");
            }
        }
    }

    @Test
    void accountsAreTheSameInEveryFile() throws Exception {
        for (var code : List.of(
                "barclays-daily",
                "barclays-online",
                "hsbcnet",
                "lloyds-online",
                "natwest-bankline",
                "natwest-online")) {
            assertThat(heard(code).statements)
                    .as(code)
                    .extracting(StatementHead::account)
                    .containsExactly("20000012345678");
        }
    }

    @Test
    void balancesProveThatNothingIsMissing() throws Exception {
        for (var code : List.of("lloyds-online", "nationwide", "natwest-online", "santander-midata")) {
            var heard = heard(code);
            assertThat(heard.check("running-balance").holds()).as(code).isTrue();
            assertThat(heard.balance("running").day()).as(code).isEqualTo("2026-11-20");
        }
    }

    @Test
    void allpaySaysHowItWasPaidAndTakesThePrefixAway() throws Exception {
        var heard = heard("allpay");
        assertThat(heard.stated)
                .extracting(Stated::method)
                .containsExactly("post office", "PayPoint", "returned cheque");
        assertThat(heard.lines).extracting(StatementLine::reversal).containsExactly(false, false, true);
        assertThat(heard.lines.get(1).payerReference()).isEqualTo("61234567892");
        assertThat(heard.lines.get(2).returned()).isEqualTo(new Returned(Returned.Kind.CHEQUE, "", "Q"));
        assertThat(heard.lines.getFirst().returned()).isNull();
        assertThat(heard.ignored).hasSize(1);
    }

    @Test
    void allpayCountsMoreThanThirtyThousandRows() throws Exception {
        var row = ShippedFiles.TEXTS.get("allpay").lines().findFirst().orElseThrow() + "\n";
        var file = row.repeat(40_000)
                + "Total Amount Updated onto System: 4800000.00\nTotal Transactions updated onto System: 40000\n";
        assertThat(Heard.by(profile("allpay"), file).failing()).isEmpty();
    }

    @Test
    void dwpReadsByTheLettersOfColumnsSoThatAnEmptyCellShiftsNothing() throws Exception {
        var heard = heard("dwp-deductions");
        assertThat(heard.lines).extracting(StatementLine::payerReference).containsExactly("771234561", "776543215");
        assertThat(heard.lines).extracting(StatementLine::reversal).containsExactly(false, true);
        assertThat(heard.lines.get(1).bookedOn()).isEqualTo("2026-11-19");
    }

    @Test
    void theFifteenColumnsSayFundMethodOfficeAndVat() throws Exception {
        var heard = heard("generic-15-columns");
        assertThat(heard.stated.getFirst())
                .isEqualTo(new Stated("", "23", "90", "N0", new java.math.BigDecimal("0.00"), null, "99"));
        assertThat(heard.lines.getFirst().bankReference()).isEqualTo("PSP-1");
        var comma = Heard.by(
                profile("generic-15-columns"),
                file("generic-15-columns").length == 0
                        ? ""
                        : ShippedFiles.TEXTS.get("generic-15-columns").replace("Council tax", "Council, tax"));
        assertThat(comma.problems).extracting(Problem::line).containsExactly(1L);
        assertThat(comma.problems.getFirst().column()).isEqualTo(16);
    }

    @Test
    void govukPayTellsMoneyFromWhatCameToNothing() throws Exception {
        var heard = heard("govuk-pay-transactions");
        assertThat(heard.ignored.values()).containsExactly("It came to nothing.", "It is not decided yet.");
        assertThat(heard.lines).extracting(StatementLine::bankReference).containsExactly("3abc88o2gt", "3abc88o2gt");
        assertThat(heard.stated).extracting(Stated::identity).doesNotHaveDuplicates();
        assertThat(heard.lines.getFirst().texts()).containsExactly("=1+1");
        var unknown = Heard.by(
                profile("govuk-pay-transactions"),
                ShippedFiles.TEXTS.get("govuk-pay-transactions").replace("Declined", "Pondering"));
        assertThat(unknown.problems).hasSize(1);
    }

    @Test
    void aPayoutLessItsFeesIsTheCreditOfTheBank() throws Exception {
        var heard = heard("govuk-pay-payout");
        var net = java.math.BigDecimal.ZERO;
        for (int i = 0; i < heard.lines.size(); i++) {
            net = net.add(new java.math.BigDecimal(heard.amounts().get(i)))
                    .subtract(heard.stated.get(i).fee());
        }
        assertThat(net).isEqualByComparingTo("-13.18");
    }

    @Test
    void thePayoutThatGovukPayPublishesIsRead() throws Exception {
        var path = Path.of(System.getProperty("contracts"), "sample_reporting_payout.csv");
        var heard = Heard.by(profile("govuk-pay-payout"), Files.readAllBytes(path));
        assertThat(heard.problems).isEmpty();
        assertThat(heard.amounts()).containsExactly("100", "100", "-100", "0");
        assertThat(heard.stated)
                .extracting(stated -> stated.fee().toPlainString())
                .containsExactly("3.17", "3.17", "10", "0.01");
    }

    @Test
    void anAcquirersRefundHasNoSignAndGoesOut() throws Exception {
        var heard = heard("barclaycard-settlement");
        assertThat(heard.lines).extracting(StatementLine::direction).containsExactly(Direction.CREDIT, Direction.DEBIT);
        assertThat(heard.lines.getFirst().bankReference()).isEqualTo("74501234567890123456789");
        var other = Heard.by(
                profile("barclaycard-settlement"),
                ShippedFiles.TEXTS.get("barclaycard-settlement").replace("Sales Refund", "Chargeback"));
        assertThat(other.problems).extracting(Problem::value).containsExactly("Chargeback");
    }

    @Test
    void worldpayKeepsTheFeeBesideTheAmount() throws Exception {
        assertThat(heard("worldpay-settlement").stated)
                .extracting(Stated::fee)
                .containsExactly(new java.math.BigDecimal("0.42"), new java.math.BigDecimal("0.00"));
    }

    @Test
    void eachEntryOfSantandersTextHasItsOwnDayAndDescription() throws Exception {
        var heard = heard("santander-online");
        assertThat(heard.lines)
                .extracting(line -> line.bookedOn().toString())
                .containsExactly("2026-11-20", "2026-11-19");
        assertThat(heard.lines)
                .extracting(StatementLine::texts)
                .containsExactly(
                        List.of("FASTER PAYMENTS RECEIPT REF 771234561 FROM MILLS A"),
                        List.of("CARD PAYMENT TO A:SHOP"));
        assertThat(heard.statements).extracting(StatementHead::account).containsExactly("0903 0012 8765 1234");
    }
}
