package localgov.ims.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import localgov.ims.formats.BankFiles;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.formats.bacs.BacsReports;
import localgov.ims.formats.profiles.Profile;

/// Tells by what a file is to be read. What somebody said counts before what the content looks like; a format of banks
/// counts before descriptions, which are looked at only for files that are none.
///
/// @param reports whether somebody takes what reports from Bacs tell
record Recognising(Profiles profiles, boolean reports) {
    /// A workbook is looked at whole. Longer ones cannot be read anyway.
    private static final int LONGEST_WORKBOOK = 32 << 20;

    /// @param named the code of the description that a person chose, or that its source names
    /// @param beginning a stream that can be marked, at its beginning; it is left there
    /// @param again the same file from its beginning
    ReadBy readBy(Optional<String> named, String fileName, BufferedInputStream beginning, Supplier<InputStream> again)
            throws IOException {
        if (named.isPresent()) {
            var code = named.get();
            return profiles.find(code).<ReadBy>map(ReadBy.Described::new).orElseGet(() -> new ReadBy.NotInUse(code));
        }
        var head = head(beginning);
        var format = BankFiles.recognise(head, fileName);
        if (format.isPresent()) {
            return new ReadBy.Format(format.get());
        }
        var report = reports ? BacsReports.recognise(head) : Optional.<BacsReport>empty();
        return report.isPresent() ? new ReadBy.Report(report.get()) : described(isWorkbook(head) ? whole(again) : head);
    }

    private ReadBy described(byte[] head) {
        List<Profile> fitting = profiles.fitting(head);
        return switch (fitting.size()) {
            case 0 -> new ReadBy.Unknown();
            case 1 -> new ReadBy.Described(fitting.getFirst());
            default -> new ReadBy.Several(fitting);
        };
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(BankFiles.HEAD);
        var head = in.readNBytes(BankFiles.HEAD);
        in.reset();
        return head;
    }

    private static boolean isWorkbook(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static byte[] whole(Supplier<InputStream> again) throws IOException {
        try (var in = again.get()) {
            return in.readNBytes(LONGEST_WORKBOOK);
        }
    }
}
