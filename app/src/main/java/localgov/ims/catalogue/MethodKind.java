package localgov.ims.catalogue;

/// What the system does with a method of payment; the council chooses the codes and names.
public enum MethodKind {
    CARD_ONLINE("Card, by the payer online", "Cerdyn, gan y talwr ar-lein"),
    CARD_BY_STAFF("Card, taken by staff", "Cerdyn, drwy staff"),
    CARD_BY_PHONE("Card, automated telephone line", "Cerdyn, llinell ffôn awtomatig"),
    CASH("Cash", "Arian parod"),
    CHEQUE("Cheque", "Siec"),
    BANK("Bank transfer or standing order", "Trosglwyddiad banc neu archeb sefydlog"),
    DIRECT_DEBIT("Direct Debit", "Debyd Uniongyrchol"),
    AGENT("Through a collecting agent", "Drwy asiant casglu"),
    DEDUCTION("Deducted at source", "Didynnwyd yn y tarddiad"),
    JOURNAL("Moved inside the books", "Symudwyd o fewn y llyfrau"),
    FEE("Fee of a provider", "Ffi darparwr"),
    OTHER("Other", "Arall");

    private final String words;
    private final String welsh;

    MethodKind(String words, String welsh) {
        this.words = words;
        this.welsh = welsh;
    }

    /// Whether whoever pays so may be charged for it: money in the hand, taken by staff. For a card, a transfer or a
    /// Direct Debit of a consumer the law forbids it, and nobody can tell whose it is before they pay. What is paid
    /// elsewhere is charged for there, if at all.
    public boolean mayChargePayers() {
        return switch (this) {
            case CASH, CHEQUE, OTHER -> true;
            case CARD_ONLINE, CARD_BY_STAFF, CARD_BY_PHONE, BANK, DIRECT_DEBIT, AGENT, DEDUCTION, JOURNAL, FEE -> false;
        };
    }

    public String words() {
        return words;
    }

    public String welsh() {
        return welsh;
    }
}
