package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportIdTest {
    @Test
    void itIsReadAsItIsShown() {
        for (var id : new ImportId[] {
            ImportId.at(Instant.parse("2026-11-20T09:15:00Z")),
            new ImportId(new UUID(-1, -1)),
            new ImportId(new UUID(0, 1))
        }) {
            assertThat(ImportId.read(id.toString())).contains(id);
        }
    }

    @Test
    void anythingElseIsNobodys() {
        for (var other : new String[] {
            "",
            "imp_",
            "imp_8" + "z".repeat(25),
            "imp_" + "u".repeat(26),
            "rfd_" + "0".repeat(26),
            "imp_é" + "0".repeat(25)
        }) {
            assertThat(ImportId.read(other)).isEmpty();
        }
    }

    @Test
    void laterOnesSortLast() {
        var early = ImportId.at(Instant.parse("2026-11-20T09:15:00Z"));
        var late = ImportId.at(Instant.parse("2026-11-20T09:16:00Z"));
        assertThat(early).isLessThan(late);
    }
}
