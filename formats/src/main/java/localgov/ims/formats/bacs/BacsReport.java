package localgov.ims.formats.bacs;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The reports of Bacs that can be read. None of them is a bank statement: the money that they speak of stands on
/// the statement as well.
public enum BacsReport {
    ARUDD("Unpaid Direct Debits (ARUDD)"),
    ADDACS("Cancelled and changed Direct Debit Instructions (ADDACS)"),
    AUDDIS("Direct Debit Instructions taken and returned (AUDDIS)"),
    AWACS("Payments sent to wrong accounts (AWACS)"),
    DDIC("Direct Debit indemnity claims (DDIC)");

    private final String words;

    BacsReport(String words) {
        this.words = words;
    }

    /// What people call it.
    public String words() {
        return words;
    }

    /// Every reason that it gives.
    public Collection<BacsReason> reasons() {
        return BacsReasons.of(this).values();
    }

    /// The report that a text names; null when it names none.
    static @Nullable BacsReport named(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        for (var report : values()) {
            if (upper.contains(report.name())) {
                return report;
            }
        }
        return null;
    }

    /// The report that a record of a `MessagingAdvices` belongs to by its type; null when the type is not known.
    static @Nullable BacsReport ofRecord(String type) {
        return switch (type) {
            case "A" -> ADDACS;
            case "V", "R", "N", "D" -> AUDDIS;
            default -> null;
        };
    }
}
