package localgov.ims.settings;

/// What is wrong with one answer: the column it belongs to, a stable code, and what the person reads.
public record Problem(String column, String code, String words) {}
