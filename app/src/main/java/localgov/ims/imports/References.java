package localgov.ims.imports;

import java.util.Locale;
import java.util.Set;

/// Whether a reference of a bank tells an entry from others: banks write words where they have none.
final class References {
    private static final Set<String> NONE =
            Set.of("NONREF", "NONE", "NOTPROVIDED", "NOT PROVIDED", "NOREF", "N/A", "NA");

    private References() {}

    static boolean tells(String reference) {
        return !NONE.contains(reference.strip().toUpperCase(Locale.ROOT))
                && reference.chars().anyMatch(c -> c != '0' && Character.isLetterOrDigit(c));
    }
}
