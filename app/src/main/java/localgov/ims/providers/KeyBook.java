package localgov.ims.providers;

import org.jspecify.annotations.Nullable;

/// Where it is noticed whether a provider lets us in with the present key of an account, whatever we asked.
interface KeyBook {
    /// Nobody notices.
    KeyBook NONE = new KeyBook() {
        @Override
        public void refused(String account, String code, @Nullable Capability lacking) {}

        @Override
        public void known(String account) {}
    };

    /// The provider did not let us in.
    ///
    /// @param code the provider's word for it
    /// @param lacking what is switched off there; nothing when it is the key or the whole account
    void refused(String account, String code, @Nullable Capability lacking);

    /// The provider listed something for us: the key is known there. That says nothing of whether it takes
    /// payments.
    void known(String account);

    /// Notices what a reply to the present key says of it.
    default void heard(String account, ProviderLine.Reply reply) {
        if (reply instanceof ProviderLine.Replied replied && replied.shutsUsOut()) {
            var refusal = GovukPayReading.refusal(replied);
            refused(account, refusal.code(), GovukPayReading.lacking(refusal));
        }
    }
}
