package localgov.ims.messages;

import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;

/// An e-mail in plain text.
///
/// @param about what it is about, such as `people.forgotten`: all that logs and lists show of it
/// @param to one address
/// @param language in which it is written
/// @param sender the name it comes from; absent when the address alone has to do
public record Email(
        String about,
        String to,
        String subject,
        String text,
        Language language,
        @Nullable String sender) {
    public Email {
        if (isMoreThanALine(to) || isMoreThanALine(subject) || sender != null && isMoreThanALine(sender)) {
            throw new IllegalArgumentException("An address, a subject and a name are one line");
        }
    }

    /// In English.
    public Email(String about, String to, String subject, String text) {
        this(about, to, subject, text, Language.ENGLISH, null);
    }

    private static boolean isMoreThanALine(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /// The same, written in this language.
    public Email in(Language itsLanguage) {
        return new Email(about, to, subject, text, itsLanguage, sender);
    }

    /// The same with the name it comes from and what stands below it.
    Email on(Letterhead letterhead) {
        var name = letterhead.sender(language);
        var below = letterhead.below(language);
        var whole = below.isEmpty() ? text : text.stripTrailing() + "\n" + below + "\n";
        return new Email(about, to, subject, whole, language, name.isEmpty() ? null : name);
    }

    /// Who it is for and what it says stay out of logs.
    @Override
    public String toString() {
        return "Email[" + about + "]";
    }
}
