package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import localgov.ims.formats.Heard;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A profile is data: it is read, written, and refused with the place of what is wrong.
class ProfileTest {

    @Test
    void whatIsWrittenReadsTheSame() {
        var profile = Described.profile(Described.DAY_BOOK);
        var written = profile.json();
        assertThat(Described.profile(written)).isEqualTo(profile);
        assertThat(Described.profile(written).json()).isEqualTo(written);
    }

    /// What is replaced in a good profile, what by, where the fault is and how its sentence begins.
    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "language": 1                  | "language": 2                 | language                                      | This version
            "code": "day-book"             | "code": "Day book"            | code                                          | The code is
            "version": 1                   | "version": "one"              | version                                       | This must be a whole number
            "version": 1                   | "version": 0                  | version                                       | The version is counted
            "name": "Day book",            | ~~                            | name                                          | This is missing
            "delimiter": ","               | "delimiter": ";;"             | shape.delimited.delimiter                     | The delimiter is one
            "delimiter": ","               | "delimiter": ",", "tab": 1    | shape.delimited.tab                           | This is not known
            {"delimited": {"delimiter": ","}} | {"pdf": {}}                | shape                                         | This must be an object
            {"column": 2}, "formats"       | {"column": "B"}, "formats"    | records[1].line.day.value.column              | Only the columns of a spreadsheet
            {"column": 2}, "formats"       | {"colum": 2}, "formats"       | records[1].line.day.value                     | This must be an object with one of
            {"column": 2}, "formats"       | {"heading": "X"}, "formats"   | records[1].line.day.value.heading             | The shape says
            {"column": 2}, "formats"       | {"from": 1, "to": 9}, "formats" | records[1].line.day.value                   | Only a file of fixed width
            "dd/MM/yyyy"                   | "dd/MM"                       | records[1].line.day.formats[0]                | This is no format
            "credit": ["CR"], "debit": ["DR"] | "otherwise": "credit"      | records[1].line.amount.sign                   | A sign is either
            "otherwise": ""                | "otherwise": 1.5              | records[1].line.fund.otherwise                | This must be a text
            {"header": "office"}, {        | {"header": "town"}, {         | records[1].line.identity[0].header            | No header gives
            "is": "+"                      | "is": "+", "contains": "x"    | records[2].continuation.when                  | There must be exactly one test
            "is": "+"                      | "is": 12.5                    | records[2].continuation.when.is               | This must be a text
            "code": {"column": 7}          | "undoes": "cheque"            | records[1].line.undoes                        | Say which rows
            "code": {"column": 7}          | "undoes": "love"              | records[1].line.undoes                        | This must be one of: direct_debit
            "A remark."                    | ""                            | records[3].ignored.reason                     | Say why
            "of": "count"                  | "of": "sum"                   | records[4].trailer.totals[0].of               | This must be one of: count
            "policy": "warn"               | "policy": "shrug"             | records[4].trailer.totals[2].policy           | This must be one of: block, warn
            "decimals": 0}},               | "decimals": 9}},              | records[4].trailer.totals[0].value.decimals   | This must be a number
            "records": [                   | "records": [{"ignored": {"reason": "all"}}, | records[0]                      | Without a condition
            """)
    void whatIsWrongIsSaidWithItsPlace(String good, String bad, String place, String sentence) {
        assertThat(Described.DAY_BOOK).contains(good);
        var faults = faults(Described.DAY_BOOK.replaceFirst(
                java.util.regex.Pattern.quote(good), bad == null ? "" : bad.replace("\\", "\\\\")));
        assertThat(faults).extracting(ProfileFault::path).contains(place);
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(place);
            assertThat(fault.problem()).startsWith(sentence).endsWith(".");
        });
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        var faults = faults(Described.DAY_BOOK.replace("dd/MM/yyyy", "mmm").replace("A remark.", " "));
        assertThat(faults).hasSize(2);
    }

    @Test
    void aProfileWithoutEntriesOrAPlaceOfItsMoneyIsRefused() {
        assertThat(faults("""
                {"language": 1, "code": "x", "version": 1, "name": "X", "description": "",
                 "shape": {"delimited": {"delimiter": ","}}, "records": []}
                """)).extracting(ProfileFault::path).containsExactlyInAnyOrder("money", "records");
    }

    @Test
    void whatIsNoJsonIsRefusedWithLineAndColumn() {
        assertThat(faults("{\n \"language\": }").getFirst().problem())
                .startsWith("This is not JSON at line 2, column 14: ");
        assertThat(faults("")).isNotEmpty();
        assertThat(faults("null")).isNotEmpty();
        assertThat(faults("[]")).isNotEmpty();
        assertThat(faults("{\"language\": 1, \"language\": 1}")).isNotEmpty();
        assertThat(faults("[".repeat(100_000))).isNotEmpty();
        assertThat(faults("{\"of\":".repeat(30))).isNotEmpty();
    }

    @Test
    void aDamagedProfileIsReadOrRefusedAndNeverBreaks() throws Exception {
        var random = new Random(20_261_122);
        for (int i = 0; i < 2_000; i++) {
            var damaged = new StringBuilder(Described.DAY_BOOK);
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, "{}[]\":,0129 abc-".charAt(random.nextInt(16)));
                case 1 -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(30)));
                default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 20)));
            }
            switch (Profile.read(damaged.toString())) {
                case Profile.Reading.Bad(var faults) -> assertThat(faults).isNotEmpty();
                case Profile.Reading.Good(var profile) -> {
                    assertThat(Described.profile(profile.json())).isEqualTo(profile);
                    readOrRefuse(profile);
                }
            }
        }
    }

    private static void readOrRefuse(Profile profile) {
        try {
            Heard.by(profile, Described.DAY_BOOK_FILE);
        } catch (UnreadableFile refused) {
            assertThat(refused.problem().problem()).endsWith(".");
        }
    }

    @Test
    void noFileIsReadByAProfileWithFaults() {
        var good = Described.profile(Described.DAY_BOOK);
        var bad = new Profile(1, "x", 0, "X", "", ProfileMoney.BANK, good.shape(), good.records());
        assertThatThrownBy(() -> ProfileReader.read(bad, new ByteArrayInputStream(new byte[1]), new Heard()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("The profile cannot be used. version:");
    }

    private static List<ProfileFault> faults(String json) {
        return switch (Profile.read(json)) {
            case Profile.Reading.Bad(var faults) -> faults;
            case Profile.Reading.Good _ -> List.of();
        };
    }
}
