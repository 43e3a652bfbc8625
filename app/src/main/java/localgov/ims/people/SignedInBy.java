package localgov.ims.people;

/// What somebody showed to sign in.
public enum SignedInBy {
    PASSWORD,
    PASSWORD_AND_CODE,
    RECOVERY_CODE
}
