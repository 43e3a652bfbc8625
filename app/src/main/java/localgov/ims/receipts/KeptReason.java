package localgov.ims.receipts;

import java.util.Optional;
import localgov.ims.recognition.Because;

/// A reason as it is kept with a line. A line that has a place has the fund there; for another the fund that its
/// likeliest candidate names comes first.
record KeptReason(String fund, String compact) {
    private static final char END_OF_FUND = '|';

    static String of(Because because) {
        return because.compact();
    }

    static String of(String likeliestFund, Because because) {
        return likeliestFund + END_OF_FUND + because.compact();
    }

    static KeptReason read(String kept, Optional<String> placedIn) {
        return placedIn.map(fund -> new KeptReason(fund, kept)).orElseGet(() -> {
            int end = Math.max(0, kept.indexOf(END_OF_FUND));
            return new KeptReason(kept.substring(0, end), kept.substring(Math.min(kept.length(), end + 1)));
        });
    }
}
