package localgov.ims.recognition;

/// A short sentence about why an amount may belong somewhere, in both languages.
public record Reason(String english, String welsh) {}
