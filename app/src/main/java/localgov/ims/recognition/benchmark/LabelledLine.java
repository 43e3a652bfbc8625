package localgov.ims.recognition.benchmark;

import localgov.ims.recognition.BankLine;

/// A bank line and the truth about it.
///
/// @param fund where it belongs; empty when no one account is meant
/// @param account the same
/// @param listed whether the fund lists its accounts, so that anybody can know whether one exists
/// @param expected what ought to become of it
public record LabelledLine(
        int number, Mistake mistake, BankLine line, String fund, String account, boolean listed, Expected expected) {

    /// What ought to become of a line.
    public enum Expected {
        POST,
        SUGGEST,
        PERSON
    }
}
