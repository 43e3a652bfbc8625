package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.profiles.ShippedProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a council says of where files come from, held against files.
class FileSourceTest {
    @ParameterizedTest
    @CsvSource({
        "Y01A.CARS.#D.*, Y01A.CARS.#D.ALDER.D201126, true",
        "y01a.cars.*, Y01A.CARS.#D, true",
        "*.sta, MORNING.STA, true",
        "a*b*c, a-b-c, true",
        "Y01A.CARS, Y01AXCARS, false",
        "'one.txt, two*.txt', two-and-a-half.txt, true",
        "'', anything.txt, false"
    })
    void aFileIsToldByItsName(String names, String fileName, boolean told) {
        var source = new FileSource(
                "x", "X", null, "", null, null, FileSource.names(names), false, Set.of(), null, "", true);
        assertThat(source.sends(fileName)).isEqualTo(told);
    }

    @Test
    void totalsThatMustTieHoldAFileThatOtherwiseWouldOnlyWarn() {
        var warns = new Check("closing-balance", "1.00", "2.00", false, Check.Policy.WARN);
        var lenient = new Found(FileFormat.MT940, null, false, _ -> false);
        lenient.check(warns);
        lenient.end();
        assertThat(lenient.state()).isEqualTo(ImportState.POSTED);
        var strict = new Found(FileFormat.MT940, null, true, _ -> false);
        strict.check(warns);
        strict.end();
        assertThat(strict.state()).isEqualTo(ImportState.HELD);
        var silent = new Found(FileFormat.MT940, null, true, _ -> false);
        silent.end();
        assertThat(silent.state()).isEqualTo(ImportState.HELD);
        assertThat(silent.checks()).extracting(Check::check).containsExactly("totals");
        var tied = new Found(FileFormat.MT940, null, true, _ -> false);
        tied.check(new Check("closing-balance", "2.00", "2.00", true, Check.Policy.WARN));
        tied.end();
        assertThat(tied.state()).isEqualTo(ImportState.POSTED);
    }

    @Test
    void whatIsNoTotalOfMoneyDoesNotStandForTotalsThatMustTie() {
        var counted = new Found(FileFormat.BAI2, null, true, _ -> false);
        counted.check(Check.block("file-is-whole", "1", "1", true));
        counted.check(Check.block("file-record-count", "7", "7", true));
        counted.end();
        assertThat(counted.state()).isEqualTo(ImportState.HELD);
        assertThat(counted.checks()).extracting(Check::check).endsWith("totals");
        var described = new Found(null, ShippedProfiles.of("allpay").orElseThrow(), true, _ -> false);
        described.check(Check.block("some-total", "7", "7", true));
        described.end();
        assertThat(described.state())
                .as("whatever its name is, no amounts are added up in it")
                .isEqualTo(ImportState.HELD);
    }

    @Test
    void aDescriptionSaysWhichOfItsComparisonsAddUpMoney() {
        var agents = ShippedProfiles.all().stream()
                .filter(profile -> !profile.totalsOfMoney().isEmpty())
                .toList();
        assertThat(agents).isNotEmpty();
        for (var profile : agents) {
            var found = new Found(null, profile, true, _ -> false);
            found.check(Check.block(profile.totalsOfMoney().iterator().next(), "7.00", "7.00", true));
            found.end();
            assertThat(found.state()).isEqualTo(ImportState.POSTED);
        }
    }
}
