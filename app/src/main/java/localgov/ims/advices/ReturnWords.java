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
        return reason(back.reason(), back.said(), back.reasonCode());
    }

    static String reason(AdviceRow told) {
        return reason(told.reason(), told.said(), told.reasonCode());
    }

    private static String reason(String meaning, String said, String code) {
        if (!meaning.isEmpty()) {
            return meaning;
        }
        return said.isEmpty() ? "Reason " + code : said;
    }

    private static String report(ReturnRow back) {
        var number = back.reportNumber().isEmpty() ? "" : " " + back.reportNumber();
        return "Bacs " + back.report().name() + number + (back.reportDay() == null ? "" : " of " + back.reportDay());
    }
}
