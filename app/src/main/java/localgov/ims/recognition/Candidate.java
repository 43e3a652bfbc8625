package localgov.ims.recognition;

/// A place where an amount may belong, for a person to judge.
///
/// @param because what speaks for it and what against
public record Candidate(String fund, String account, Because because) {}
