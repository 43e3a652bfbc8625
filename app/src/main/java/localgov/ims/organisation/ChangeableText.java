package localgov.ims.organisation;

import java.util.Locale;
import localgov.ims.settings.Phrase;

/// A text that a council may word itself, with the words it has until then.
public enum ChangeableText {
    /// Below the heading of the portal's first page.
    START_INTRO(
            "First page: introduction",
            "Tudalen gyntaf: cyflwyniad",
            "Pay a bill, a fine or a fee by card. You need the reference that is on your letter or bill.",
            "Talwch fil, dirwy neu ffi â cherdyn. Bydd angen y cyfeirnod sydd ar eich llythyr neu fil arnoch."),
    /// At the foot of the portal's first page.
    START_HELP(
            "First page: help",
            "Tudalen gyntaf: cymorth",
            "If you cannot find your reference, contact us before you pay.",
            "Os na allwch ddod o hyd i’ch cyfeirnod, cysylltwch â ni cyn talu."),
    /// On the portal's first page; with the address of a page about it, when the council has written one down.
    OTHER_WAYS(
            "Other ways to pay",
            "Ffyrdd eraill o dalu",
            "You do not have to pay online.",
            "Nid oes rhaid i chi dalu ar-lein."),
    /// On the page that confirms a payment.
    CONFIRMATION_NOTE(
            "After paying: what happens next",
            "Ar ôl talu: beth sy’n digwydd nesaf",
            "Your account may take up to 3 working days to show this payment.",
            "Gall gymryd hyd at 3 diwrnod gwaith i’ch cyfrif ddangos y taliad hwn."),
    /// On the page that says that nothing was paid.
    NOT_PAID_HELP(
            "When a payment failed: help",
            "Pan fethodd taliad: cymorth",
            "If it goes wrong again, contact us and we will help you to pay.",
            "Os aiff o’i le eto, cysylltwch â ni a byddwn yn eich helpu i dalu."),
    /// The last words of a receipt.
    RECEIPT_FOOTER("Receipt: last words", "Derbynneb: y geiriau olaf", "Thank you for paying.", "Diolch am dalu."),
    /// The last words of every e-mail.
    EMAIL_FOOTER(
            "E-mails: last words",
            "Negeseuon e-bost: y geiriau olaf",
            "Please do not reply to this e-mail: nobody reads replies to it.",
            "Peidiwch ag ateb yr e-bost hwn: nid oes neb yn darllen atebion iddo.");

    private final Phrase label;
    private final Phrase usual;

    ChangeableText(String english, String welsh, String usualEnglish, String usualWelsh) {
        this.label = Phrase.both(english, welsh);
        this.usual = Phrase.both(usualEnglish, usualWelsh);
    }

    /// Its name in addresses and files: `start-intro`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Phrase label() {
        return label;
    }

    /// What it says while the council has not worded it.
    Phrase usual() {
        return usual;
    }
}
