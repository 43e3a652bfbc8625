package localgov.ims.settings;

/// What is wrong with one answer: the column it belongs to, a stable code, and what the person reads.
public record Problem(String column, String code, Phrase words) {
    public static Problem of(String column, String code, String english, String welsh) {
        return new Problem(column, code, Phrase.both(english, welsh));
    }
}
