package localgov.ims.catalogue;

/// Who a message of a fund is for.
public enum ShownTo {
    PAYERS("Payers", "Talwyr"),
    STAFF("Staff", "Staff"),
    BOTH("Payers and staff", "Talwyr a staff");

    private final String words;
    private final String welsh;

    ShownTo(String words, String welsh) {
        this.words = words;
        this.welsh = welsh;
    }

    public String words() {
        return words;
    }

    public String welsh() {
        return welsh;
    }

    boolean includes(Door door) {
        return this == BOTH || name().equals(door.name());
    }
}
