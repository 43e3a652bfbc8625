package localgov.ims.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localgov.ims.accounts.TestAccounts;
import localgov.ims.catalogue.CatalogueOnPaper;
import localgov.ims.recognition.Recognition.Certain;
import localgov.ims.recognition.Recognition.Unplaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A slip of the pen that leads from one account to another: who may be trusted without a person.
class CertaintyTest {
    /// Two invoices one digit apart, one that stands alone, two council tax accounts whose difference the check digit
    /// does not see (neighbours that differ by five) and two of people of one surname, one that is an account of
    /// another fund with its first digit twice, and two invoices of one customer.
    private static final Map<String, Evidence.Holder> HOLDERS = new HashMap<>();

    private static final Recogniser RECOGNISER = Recogniser.of(
            CatalogueOnPaper.aldermere(),
            TestAccounts.index(
                    held("19", "9000012345", "Ann Abara", 100_00),
                    held("19", "9000012346", "Ben Bevan", 200_00),
                    held("19", "3555512121", "Cy Pays", 300_00),
                    held("25", "71234567", "Cy Pays", 50_00),
                    held("23", "771627000", "Ann Abara", 100_00),
                    held("23", "776127000", "Ben Bevan", 0),
                    held("23", "774952620", "Cy Pays", 120_00),
                    held("23", "772107257", "Joan Smith", 900_00),
                    held("23", "772102757", "John Smith", 800_00),
                    held("23", "772659022", "Gwen Gray", 700_00),
                    held("25", "72659022", "Lowri Lloyd", 50_00),
                    held("19", "9000054321", "Efa Day", 900_00),
                    held("19", "9000054322", "Efa Day", 300_00)),
            evidence());

    private static String held(String fund, String account, String name, long due) {
        HOLDERS.put(fund + "/" + account, new Evidence.Holder(Called.of(name), due));
        return fund + "/" + account;
    }

    private static Evidence evidence() {
        return new Evidence() {
            @Override
            public Holder holder(String fund, String account) {
                return HOLDERS.getOrDefault(fund + "/" + account, Holder.UNKNOWN);
            }

            @Override
            public int timesPaid(String payer, String fund, String account) {
                return payer.equals("ann's") && isPaidFromKnown(fund, account) ? 3 : 0;
            }

            @Override
            public boolean isPaidFromKnown(String fund, String account) {
                return Set.of("9000012345", "771627000").contains(account);
            }
        };
    }

    private static String shown(BankLine line) {
        return switch (RECOGNISER.recognise(line)) {
            case Certain certain -> certain.account();
            case Unplaced unplaced -> unplaced.because().rule().code();
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            reference            | name       | pence | payer  | answer
            9000012345           | A ABARA    | 4200  |        | 9000012345
            9000012345           | SOMEBODY   | 10000 |        | 9000012345
            9000012345           | SOMEBODY   | 4200  | ann's  | 9000012345
            9000012345           | SOMEBODY   | 4200  |        | neighbours
            9000012345           | B BEVAN    | 4200  |        | neighbours
            9000012345           | B BEVAN    | 20000 | ann's  | neighbours
            9000012345           | A ABARA    | 20000 |        | neighbours
            9000012345           | B BEVAN    | 10000 |        | 9000012345
            9000012345           | SOMEBODY   | 15000 |        | neighbours
            9000012346           | SOMEBODY   | 15000 |        | 9000012346
            9000012346           | A ABARA    | 15000 |        | neighbours
            3555512121           | SOMEBODY   | 4200  |        | 3555512121
            INV 3555512121       | SOMEBODY   | 4200  |        | 3555512121
            INV 3555 512 121     | SOMEBODY   | 4200  |        | loose
            INV 3555 512 121     | C PAYS     | 4200  |        | 3555512121
            774952620            | SOMEBODY   | 4200  |        | 774952620
            771627000            | SOMEBODY   | 4200  |        | 771627000
            771627000            | A ABARA    | 4200  |        | 771627000
            771627000            | B BEVAN    | 4200  |        | neighbours
            771627000            | B BEVAN    | 10000 |        | neighbours
            771627000            | B BEVAN    | 4200  | ann's  | 771627000
            776127000            | A ABARA    | 4200  | ann's  | neighbours
            771627000            | SOMEBODY   | 4200  | new    | neighbours
            771627000            | SOMEBODY   | 10000 | new    | 771627000
            776127000            | SOMEBODY   | 4200  | new    | 776127000
            774952620            | SOMEBODY   | 4200  | new    | 774952620
            772107257            | J SMITH    | 4200  |        | neighbours
            772107257            | J SMITH    | 90000 |        | 772107257
            772107257            | G SMITH    | 4200  |        | 772107257
            772659022            | LOWRI LLOYD| 4200  |        | neighbours
            772659022            | G GRAY     | 4200  |        | 772659022
            772659022            | SOMEBODY   | 4200  |        | 772659022
            9000054321           | E DAY      | 4200  |        | 9000054321
            9000054321           | E DAY      | 30000 |        | neighbours
            9000054321           | E DAY      | 95000 |        | neighbours
            9000054321           | G DAY      | 4200  |        | neighbours
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whereAnotherAccountIsNearTheRestOfTheLineDecides(
            String reference, String name, long pence, String payer, String answer) {
        assertThat(shown(new BankLine(reference, name, List.of(), pence, payer == null ? "" : payer)))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            text                                   | name     | answer
            FASTER PAYMENT 3555512121              | SOMEBODY | loose
            FASTER PAYMENT 3555512121              | C PAYS   | 3555512121
            TO ACCOUNT 71234567                    | SOMEBODY | loose
            CTAX 774952620                         | SOMEBODY | 774952620
            """, delimiter = '|', useHeadersInDisplayName = true)
    void aNumberWithoutCheckDigitAmongTheBanksWordsNeedsMoreThanAnAccount(String text, String name, String answer) {
        assertThat(shown(new BankLine("", name, List.of(text), 4_200, ""))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            reference                       | text          | answer
            774952620 AND 77162704          |               | another-number
            774952620 + 7716270001          |               | another-number
            774952620                       | 771627005     | another-number
            774952620                       | SEQ 77162704  | 774952620
            774952620                       | 774952620     | 774952620
            774952620 & 479419896           |               | another-number
            774952620                       | 787140141     | 774952620
            774952620                       | 774952602     | another-number
            774952620                       | 771627009     | another-number
            774952620                       | 776127000     | two-places
            71234567                        | SEQ 37230239  | 71234567
            71234567                        | SEQ 71234576  | another-number
            71234567 37230239               |               | another-number
            37230239                        | CTAX 71234567 | another-number
            GW123456                        | SEQ 37230239  | GW123456
            GW123456 + GW765432             |               | two-places
            774952620 RETURNED              |               | returned
            REVERSAL 774952620              |               | returned
            774952620 RETURN TO             |               | 774952620
            """, delimiter = '|', useHeadersInDisplayName = true)
    void whatElseTheLineSaysMayMakeItDoubtful(String reference, String text, String answer) {
        var texts = text == null ? List.<String>of() : List.of(text);
        assertThat(shown(new BankLine(reference, "SOMEBODY", texts, 4_200, ""))).isEqualTo(answer);
    }

    @Test
    void bothNeighboursAreSuggestedTheOneThatIsWrittenFirst() {
        var answer = (Unplaced) RECOGNISER.recognise(BankLine.of("9000012345", "SOMEBODY", List.of()));
        assertThat(answer.candidates()).extracting(Candidate::account).containsExactly("9000012345", "9000012346");
        assertThat(answer.because().inWords("Invoices"))
                .containsExactly(
                        "“9000012345” is an account of invoices, but so is a number one slip of the pen away, and nothing else tells them apart.");
        assertThat(answer.because().inWelsh("Anfonebau")).hasSize(1);
    }

    @Test
    void withoutAnyEvidenceOnlyNumbersThatStandAloneArePlaced() {
        var alone = Recogniser.of(
                CatalogueOnPaper.aldermere(), TestAccounts.index("19/9000012345", "19/9000012346", "19/3555512121"));
        assertThat(alone.recognise("9000012345", "A ABARA", List.of())).isInstanceOf(Unplaced.class);
        assertThat(alone.recognise("3555512121", "", List.of())).isInstanceOf(Certain.class);
    }

    /// Slips in the last digit are looked for last.
    @Test
    void ofManyNeighboursTheLastIsLookedAtToo() {
        var crowd = new ArrayList<String>();
        for (int at = 0; at < 9; at++) {
            for (char digit = '1'; digit <= '9'; digit++) {
                crowd.add(held(
                        "19",
                        "900004567".substring(0, at) + digit + "900004567".substring(at + 1) + "2",
                        "Other Body",
                        0));
            }
        }
        crowd.add(held("19", "9000045672", "Anna Smith", 0));
        crowd.add(held("19", "9000045673", "Joe Smith", 321_00));
        var recogniser = Recogniser.of(
                CatalogueOnPaper.aldermere(),
                TestAccounts.index(crowd.stream().distinct().toArray(String[]::new)),
                evidence());
        var line = new BankLine("9000045672", "J SMITH", List.of(), 321_00, "");
        assertThat(recogniser.recognise(line))
                .isInstanceOfSatisfying(
                        Unplaced.class,
                        unplaced -> assertThat(unplaced.because().rule())
                                .isEqualTo(localgov.ims.recognition.Rule.NEIGHBOURS));
    }
}
