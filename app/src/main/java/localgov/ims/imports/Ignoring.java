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

    static boolean isOurs(String rule) {
        return List.of(PENDING, INFORMATION, NOTHING_MOVED, NOT_A_STATEMENT, IN_THE_BOOK, SEEN_BEFORE)
                .contains(rule);
    }

    static List<String> inWords(String rule, String because) {
        return List.of(
                switch (rule) {
                    case PENDING -> "The bank has not booked it yet.";
                    case INFORMATION -> "The bank gives it for information only; it is not money.";
                    case NOTHING_MOVED -> "The amount is nothing.";
                    case NOT_A_STATEMENT ->
                        "The bank gives notice of it in this file and books it in its statement, which posts it.";
                    case IN_THE_BOOK ->
                        "The file is an account of payments that were posted when they were made, so nothing of it is"
                                + " posted again.";
                    default -> seenBefore(because);
                });
    }

    private static String seenBefore(String because) {
        int space = because.indexOf(' ');
        return "It has arrived before, on line %s of %s."
                .formatted(because.substring(space + 1), because.substring(0, Math.max(0, space)));
    }
}
