package localgov.ims.catalogue;

/// What the system does with a method of payment; the council chooses the codes and names.
public enum MethodKind {
    CARD_ONLINE("Card, by the payer online"),
    CARD_BY_STAFF("Card, taken by staff"),
    CARD_BY_PHONE("Card, automated telephone line"),
    CASH("Cash"),
    CHEQUE("Cheque"),
    BANK("Bank transfer or standing order"),
    DIRECT_DEBIT("Direct Debit"),
    AGENT("Through a collecting agent"),
    DEDUCTION("Deducted at source"),
    JOURNAL("Moved inside the books"),
    FEE("Fee of a provider"),
    OTHER("Other");

    private final String words;

    MethodKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
