package localgov.ims.people;

/// Why a password is not taken. There are no rules on which characters it is made of.
public enum PasswordProblem {
    TOO_SHORT,
    TOO_LONG,
    /// It is their e-mail address or their name.
    LIKE_YOU,
    /// It is among those that are tried first.
    EASILY_GUESSED
}
