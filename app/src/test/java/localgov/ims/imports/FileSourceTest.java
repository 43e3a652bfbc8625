package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
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
}
