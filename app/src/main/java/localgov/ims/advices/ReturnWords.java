package localgov.ims.advices;

/// What the book says of why a receipt went back.
final class ReturnWords {
    private static final int LONGEST = 300;

    private ReturnWords() {}

    /// The reason in words, as Bacs published it or as the report said, and which report that was.
    static String inTheBook(ReturnRow back) {
        var words = "%s (%s)".formatted(reason(back), report(back));
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    /// Why the bank sent it back; never empty.
    static String reason(ReturnRow back) {
        if (!back.reason().isEmpty()) {
            return back.reason();
        }
        return back.said().isEmpty() ? "Reason " + back.reasonCode() : back.said();
    }

    private static String report(ReturnRow back) {
        var number = back.reportNumber().isEmpty() ? "" : " " + back.reportNumber();
        return "Bacs " + back.report().name() + number + (back.reportDay() == null ? "" : " of " + back.reportDay());
    }
}
