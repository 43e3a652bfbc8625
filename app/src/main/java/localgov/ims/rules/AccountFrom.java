package localgov.ims.rules;

import localgov.ims.settings.Phrase;

/// Where a rule that places a line takes the account from.
public enum AccountFrom {
    FIXED("Always the same account", "Yr un cyfrif bob tro"),
    PATTERN("The group “account” of a pattern in its conditions", "Y grŵp “account” mewn patrwm yn ei amodau"),
    REFERENCE("The reference that is found in the line", "Y cyfeirnod a geir yn y llinell");

    private final Phrase words;

    AccountFrom(String english, String welsh) {
        this.words = Phrase.both(english, welsh);
    }

    Phrase words() {
        return words;
    }
}
