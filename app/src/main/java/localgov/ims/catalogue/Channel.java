package localgov.ims.catalogue;

import java.util.Locale;

/// The doors through which money can be paid or told of. A method of payment is offered at some of them.
public enum Channel {
    /// The payer, on our own pages.
    PORTAL,
    /// Somebody of the council, with the payer or the payer's letter before them.
    STAFF,
    /// The telephone, with or without somebody at our end.
    PHONE,
    /// Another program.
    API,
    /// A file of a bank or an agent.
    IMPORT;

    /// As payments and receipts write it down: `portal`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param code what [#code] gives
    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
