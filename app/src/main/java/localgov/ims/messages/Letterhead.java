package localgov.ims.messages;

import localgov.ims.platform.words.Language;

/// Whose e-mails these are: the name they come from, and what stands below every one of them. Given by whoever knows
/// the current council; without one, an e-mail is only its text.
public interface Letterhead {
    /// One line; empty when the address alone has to do.
    String sender(Language language);

    /// Lines of plain text that go on from the council's name, with which the text of every e-mail ends; empty when
    /// nothing stands there.
    String below(Language language);
}
