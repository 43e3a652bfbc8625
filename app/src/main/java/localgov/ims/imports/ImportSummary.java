package localgov.ims.imports;

import java.time.Instant;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An import as a list shows it.
///
/// @param report which report from Bacs it is; nothing when it is none
/// @param profileName what the description is called by which it was read; nothing when it was read as a format of
/// banks
public record ImportSummary(
        ImportId id,
        ImportState state,
        String fileName,
        @Nullable FileFormat format,
        @Nullable BacsReport report,
        @Nullable String profileName,
        Instant receivedAt,
        String receivedBy,
        long lines,
        long posted,
        Money postedPence,
        long suspense,
        Money suspensePence) {}
