package localgov.ims.settings;

/// What sort of answer a custom field takes.
enum CustomKind {
    TEXT("text", "testun"),
    NUMBER("whole number", "rhif cyfan"),
    YES_NO("yes or no", "ie neu na"),
    DATE("date", "dyddiad"),
    LIST("one of a list", "un o restr");

    private final String words;
    private final String welsh;

    CustomKind(String words, String welsh) {
        this.words = words;
        this.welsh = welsh;
    }

    String words() {
        return words;
    }

    String welsh() {
        return welsh;
    }
}
