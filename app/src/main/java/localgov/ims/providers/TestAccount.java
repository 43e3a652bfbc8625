package localgov.ims.providers;

/// An account for tests through which payers can pay now: no money moves.
///
/// @param name as the council calls the account
public record TestAccount(String account, String name) {}
