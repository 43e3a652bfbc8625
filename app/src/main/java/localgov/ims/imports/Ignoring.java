package localgov.ims.imports;

import java.util.List;
import localgov.ims.formats.Booking;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileMoney;
import org.jspecify.annotations.Nullable;

/// Why a line of a file is left alone: the reasons that hold for every kind of file.
final class Ignoring {
    private static final String PENDING = "pending";
    private static final String INFORMATION = "information";
    private static final String NOTHING_MOVED = "nothing-moved";
    private static final String NOT_A_STATEMENT = "not-a-statement";
    private static final String IN_THE_BOOK = "told-of";
    private static final String SEEN_BEFORE = "seen-before";

    private Ignoring() {}

    static Taken notBooked(Booking booking) {
        return Taken.ignored(booking == Booking.PENDING ? PENDING : INFORMATION, "");
    }

    static Taken nothingMoved() {
        return Taken.ignored(NOTHING_MOVED, "");
    }

    /// Why nothing of a file is posted, whatever it holds; nothing when its money is.
    static @Nullable Taken onlyTold(@Nullable FileFormat format, @Nullable Profile profile) {
        if (format != null && isOnlyNotice(format)) {
            return Taken.ignored(NOT_A_STATEMENT, "");
        }
        return profile != null && profile.standing() == ProfileMoney.ADVICE ? Taken.ignored(IN_THE_BOOK, "") : null;
    }

    static Taken seenBefore(LineStore.Seen earlier) {
        return Taken.ignored(SEEN_BEFORE, earlier.importId() + " " + earlier.line());
    }

    /// Whether the bank tells of entries in this format that it will state again in a statement.
    static boolean isOnlyNotice(FileFormat format) {
        return switch (format) {
            case CAMT_052, CAMT_054, MT942 -> true;
            case STANDARD_18, CAMT_053, MT940, BAI2 -> false;
        };
    }

    static boolean isSeenBefore(String rule) {
        return rule.equals(SEEN_BEFORE);
    }

    static boolean isOurs(String rule) {
        return List.of(PENDING, INFORMATION, NOTHING_MOVED, NOT_A_STATEMENT, IN_THE_BOOK, SEEN_BEFORE)
                .contains(rule);
    }

    static List<KindOfFile.Why> inWords(String rule, String because) {
        return List.of(
                switch (rule) {
                    case PENDING -> why("The bank has not booked it yet.", "Nid yw’r banc wedi’i gofnodi eto.");
                    case INFORMATION ->
                        why(
                                "The bank gives it for information only; it is not money.",
                                "Er gwybodaeth yn unig y mae’r banc yn ei roi; nid arian mohono.");
                    case NOTHING_MOVED -> why("The amount is nothing.", "Dim yw’r swm.");
                    case NOT_A_STATEMENT ->
                        why(
                                "The bank gives notice of it in this file and books it in its statement, which posts it.",
                                "Mae’r banc yn rhoi gwybod amdano yn y ffeil hon ac yn ei gofnodi yn ei ddatganiad,"
                                        + " sy’n ei bostio.");
                    case IN_THE_BOOK ->
                        why(
                                "The file is an account of payments that were posted when they were made, so nothing of"
                                        + " it is posted again.",
                                "Cyfrif o daliadau a bostiwyd pan wnaed hwy yw’r ffeil, felly ni chaiff dim ohoni ei"
                                        + " bostio eto.");
                    default -> seenBefore(because);
                });
    }

    private static KindOfFile.Why why(String english, String welsh) {
        return new KindOfFile.Why(english, welsh);
    }

    private static KindOfFile.Why seenBefore(String because) {
        int space = because.indexOf(' ');
        var line = because.substring(space + 1);
        var file = because.substring(0, Math.max(0, space));
        return why(
                "It has arrived before, on line %s of %s.".formatted(line, file),
                "Mae wedi cyrraedd o’r blaen, ar linell %s o %s.".formatted(line, file));
    }
}
