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

    /// What people call it.
    public String words() {
        return words;
    }
}
