package localgov.ims.formats;

/// The bank file formats that can be read.
public enum FileFormat {
    STANDARD_18("Bank file (Standard 18)"),
    CAMT_052("Intraday report (camt.052)"),
    CAMT_053("Bank statement (camt.053)"),
    CAMT_054("Credit and debit notification (camt.054)"),
    MT940("Bank statement (MT940)"),
    MT942("Intraday report (MT942)"),
    BAI2("Balance report (BAI2)");

    private final String words;

    FileFormat(String words) {
        this.words = words;
    }

    /// Whether its entries are told again by a later file: interim reports and notifications repeat
    /// what the statement of the day will say, so posting both would post money twice.
    public boolean isRepeatedByStatement() {
        return this == CAMT_052 || this == CAMT_054 || this == MT942;
    }

    /// What people call it.
    public String words() {
        return words;
    }
}
