package localgov.ims.imports;

import java.time.Instant;
import localgov.ims.formats.FileFormat;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An import as a list shows it.
public record ImportSummary(
        ImportId id,
        ImportState state,
        String fileName,
        @Nullable FileFormat format,
        Instant receivedAt,
        String receivedBy,
        long lines,
        long posted,
        Money postedPence,
        long suspense,
        Money suspensePence) {}
