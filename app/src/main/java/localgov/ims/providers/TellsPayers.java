package localgov.ims.providers;

/// Of what a provider e-mails payers itself, as the council has written it down for the account: nobody else can
/// know.
public record TellsPayers(boolean payments, boolean refunds) {
    public static final TellsPayers OF_NOTHING = new TellsPayers(false, false);
}
