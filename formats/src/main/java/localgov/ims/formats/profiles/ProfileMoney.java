package localgov.ims.formats.profiles;

/// Where the money of the entries of a file is.
public enum ProfileMoney {
    /// On the account at the bank that the file is a statement of.
    BANK,
    /// With somebody who collected it for us and pays it over later, such as an agent.
    AGENT,
    /// Nowhere new: the file is an account of payments that are known already, such as a settlement of card payments.
    ADVICE
}
