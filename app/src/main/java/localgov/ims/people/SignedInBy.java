package localgov.ims.people;

/// What somebody showed to sign in.
public enum SignedInBy {
    PASSWORD,
    PASSWORD_AND_CODE,
    RECOVERY_CODE,
    /// A passkey whose device made sure of the person too.
    PASSKEY,
    /// The council's own directory.
    DIRECTORY
}
