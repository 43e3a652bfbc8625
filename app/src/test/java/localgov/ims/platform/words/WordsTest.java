package localgov.ims.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How things are written for people.
class WordsTest {
    private static final Words ENGLISH = new WordBook().in(Language.ENGLISH);
    private static final Words WELSH = new WordBook().in(Language.WELSH);

    @ParameterizedTest(name = "{0} pence is {1}")
    @CsvSource(textBlock = """
            0                    | £0.00
            5                    | £0.05
            -5                   | −£0.05
            -1230                | −£12.30
            100000               | £1,000.00
            99999                | £999.99
            41290516             | £412,905.16
            123456789012         | £1,234,567,890.12
            9223372036854775807  | £92,233,720,368,547,758.07
            -9223372036854775808 | −£92,233,720,368,547,758.08
            """, delimiter = '|')
    void moneyHasCommasTwoDecimalsAndItsMinusBeforeThePound(long pence, String written) {
        assertThat(ENGLISH.money(Money.pence(pence))).isEqualTo(written);
        assertThat(WELSH.money(Money.pence(pence))).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            0       | 0
            999     | 999
            1000    | 1,000
            -999    | −999
            -1000   | −1,000
            1234567 | 1,234,567
            """, delimiter = '|')
    void numbersHaveCommas(long number, String written) {
        assertThat(ENGLISH.number(number)).isEqualTo(written);
    }

    @Test
    void datesHaveTheMonthInItsLanguage() {
        assertThat(ENGLISH.date(LocalDate.of(2026, 11, 21))).isEqualTo("21 November 2026");
        assertThat(WELSH.date(LocalDate.of(2026, 11, 21))).isEqualTo("21 Tachwedd 2026");
        assertThat(ENGLISH.weekday(LocalDate.of(2026, 11, 21))).isEqualTo("Saturday 21 November 2026");
        assertThat(WELSH.weekday(LocalDate.of(2026, 8, 3))).isEqualTo("dydd Llun 3 Awst 2026");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            2026-11-21T10:15:00Z | 21 November 2026 at 10:15am
            2026-11-21T00:05:00Z | 21 November 2026 at 12:05am
            2026-11-21T12:00:00Z | 21 November 2026 at 12:00pm
            2026-07-01T23:30:00Z | 2 July 2026 at 12:30am
            """, delimiter = '|')
    void momentsAreInLondon(Instant instant, String written) {
        assertThat(ENGLISH.moment(instant)).isEqualTo(written);
    }

    @Test
    void momentsAreWrittenInWelshToo() {
        assertThat(WELSH.moment(Instant.parse("2026-11-21T10:15:00Z"))).isEqualTo("21 Tachwedd 2026 am 10:15am");
    }

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource(textBlock = """
            PT0S     | less than a minute | llai na munud
            PT59S    | less than a minute | llai na munud
            PT1M     | 1 minute           | 1 munud
            PT2M     | 2 minutes          | 2 funud
            PT59M59S | 59 minutes         | 59 munud
            PT1H     | 1 hour             | 1 awr
            PT23H59M | 23 hours           | 23 awr
            P1D      | 1 day              | 1 diwrnod
            P2D      | 2 days             | 2 ddiwrnod
            P3DT12H  | 3 days             | 3 diwrnod
            P1200D   | 1,200 days         | 1,200 diwrnod
            """, delimiter = '|')
    void agesAreWordsInTheLargestWholeUnit(Duration age, String english, String welsh) {
        assertThat(ENGLISH.age(age)).isEqualTo(english);
        assertThat(WELSH.age(age)).isEqualTo(welsh);
    }

    @Test
    void daysBetweenTwoDaysAreWords() {
        var day = LocalDate.of(2026, 11, 21);
        assertThat(ENGLISH.days(day, day)).isEqualTo("today");
        assertThat(ENGLISH.days(day.minusDays(4), day)).isEqualTo("4 days");
    }

    @Test
    void whatIsFilledInIsWrittenForPeopleAndNeverReadAsAPlaceItself() {
        assertThat(ENGLISH.say("errors.reference", "{0} it's {1}")).isEqualTo("Reference: {0} it's {1}");
        assertThat(ENGLISH.say("errors.reference", Money.pence(-1230))).isEqualTo("Reference: −£12.30");
        assertThat(ENGLISH.say("errors.reference", LocalDate.of(2026, 1, 2))).isEqualTo("Reference: 2 January 2026");
        assertThat(ENGLISH.say("errors.reference", 3871)).isEqualTo("Reference: 3,871");
        assertThat(ENGLISH.say("errors.reference")).isEqualTo("Reference: {0}");
    }

    @Test
    void aPluralThatWelshDoesNotHaveIsNeverTakenFromEnglish() {
        assertThat(ENGLISH.count("words.hours", 1)).isEqualTo("1 hour");
        assertThat(WELSH.count("words.hours", 1)).isEqualTo("1 awr");
        assertThat(WELSH.count("words.hours", 2)).isEqualTo("2 awr");
    }

    @Test
    void whatACouncilWroteInOneLanguageIsShownInBoth() {
        assertThat(WELSH.either("Rent", "Rhent")).isEqualTo("Rhent");
        assertThat(WELSH.either("Rent", "")).isEqualTo("Rent");
        assertThat(ENGLISH.either("Rent", "Rhent")).isEqualTo("Rent");
    }

    @Test
    void textThatIsKeptInEnglishSaysSoOnAWelshPage() {
        assertThat(WELSH.kept()).isEqualTo("en");
        assertThat(ENGLISH.kept()).isNull();
    }

    @Test
    void aKeyThatIsMadeOfWhatOthersSendMayBeUnknown() {
        assertThat(ENGLISH.known("imports.check-of.closing-balance")).contains("Closing balance");
        assertThat(ENGLISH.known("imports.check-of.something-new")).isEmpty();
    }

    @Test
    void aSentenceNobodyWroteIsShownAsItsKey() {
        assertThat(WELSH.say("words.nobody-wrote-this")).isEqualTo("words.nobody-wrote-this");
    }
}
