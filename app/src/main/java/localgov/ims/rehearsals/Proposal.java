package localgov.ims.rehearsals;

/// A rule that nobody has written, as people placed money.
///
/// @param by what the lines have in common: `payer-account` or `payer`, as conditions call it
/// @param value the account, or the name
/// @param lines how many lines people placed so, and `right` how many lines of all that came in from there belong
/// there
/// @param all how many lines came in from there and are placed at all
record Proposal(String by, String value, String fund, String account, long lines, long right, long all) {
    /// Nothing that came in from there belongs anywhere else.
    boolean neverWrong() {
        return right == all;
    }

    String condition() {
        return "%s is \"%s\"".formatted(by, value.replace("\"", "\"\""));
    }
}
