package localgov.ims.notifications;

import localgov.ims.platform.words.Language;

/// Where the payer of one payment wants to be told of it, and in which language.
record Contact(String address, Language language) {
    /// Tells nobody's address.
    @Override
    public String toString() {
        return "Contact[" + language + "]";
    }
}
