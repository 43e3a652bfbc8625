package localgov.ims.imports;

/// Why an archive was not opened. Nothing of it was kept.
public enum Unopened {
    /// It cannot be read to its end as the archive that it begins as.
    DAMAGED,
    /// It can be read only with a password.
    LOCKED,
    /// There is no file in it.
    EMPTY,
    /// There are more files in it than are taken.
    TOO_MANY,
    /// Its files have more bytes than are taken.
    TOO_LARGE,
    /// It unpacks to far more than files of money do.
    TOO_TIGHT,
    /// There is an archive in it.
    NESTED,
    /// A file in it is named so that it would lie outside of it.
    PATH_OUT,
    /// Two files in it have the same name.
    SAME_NAME
}
