package localgov.ims.rules;

import localgov.ims.settings.Phrase;

/// What a rule does with a line.
public enum RuleAction {
    /// It belongs to an account of a fund.
    PLACE("Post it to a fund", "Ei bostio i gronfa"),
    /// It settles what was taken by a method of payment: it comes out of what is in clearing.
    SETTLE("It settles what was taken by a method", "Mae’n setlo’r hyn a gymerwyd trwy ddull"),
    /// It takes back money that was taken by a method, or brings back money that was paid out.
    RETURN("It is money that was returned", "Arian a ddychwelwyd yw"),
    /// It is not to be in the book.
    IGNORE("Leave it out of the book", "Ei adael allan o’r llyfr"),
    /// A person must look at it.
    SUSPEND("Put it into suspense", "Ei roi yn y cyfrif crog");

    private final Phrase words;

    RuleAction(String english, String welsh) {
        this.words = Phrase.both(english, welsh);
    }

    Phrase words() {
        return words;
    }
}
