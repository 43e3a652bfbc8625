package localgov.ims.messages;

import java.time.Instant;
import java.util.Map;
import localgov.ims.platform.words.Language;
import org.jspecify.annotations.Nullable;

/// An e-mail in plain text.
///
/// @param about what it is about, such as `people.forgotten`: all that logs and lists show of it
/// @param to one address
/// @param language in which it is written
/// @param sender the name it comes from; absent when the address alone has to do
/// @param concerns what it belongs to, such as `payment:<id>`, so that it is shown there; never who
/// @param until after this it is not worth sending, as with a link that has run out
/// @param values what its text is made of, by name, for councils that word this kind of e-mail themselves
public record Email(
        String about,
        String to,
        String subject,
        String text,
        Language language,
        @Nullable String sender,
        @Nullable String concerns,
        @Nullable Instant until,
        Map<String, String> values) {
    public Email {
        if (isMoreThanALine(to) || isMoreThanALine(subject) || sender != null && isMoreThanALine(sender)) {
            throw new IllegalArgumentException("An address, a subject and a name are one line");
        }
        values = Map.copyOf(values);
    }

    /// In English.
    public Email(String about, String to, String subject, String text) {
        this(about, to, subject, text, Language.ENGLISH, null, null, null, Map.of());
    }

    private static boolean isMoreThanALine(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /// The same, written in this language.
    public Email in(Language itsLanguage) {
        return new Email(about, to, subject, text, itsLanguage, sender, concerns, until, values);
    }

    /// The same, as part of what is known of this: `payment:<id>`.
    public Email concerning(String what) {
        return new Email(about, to, subject, text, language, sender, what, until, values);
    }

    /// The same, not to be sent after this.
    public Email until(Instant end) {
        return new Email(about, to, subject, text, language, sender, concerns, end, values);
    }

    /// The same, with what its text is made of.
    public Email with(Map<String, String> whatItSays) {
        return new Email(about, to, subject, text, language, sender, concerns, until, whatItSays);
    }

    /// The same to another address.
    Email to(String address) {
        return new Email(about, address, subject, text, language, sender, concerns, until, values);
    }

    /// The same in other words.
    Email saying(String anotherSubject, String anotherText) {
        return new Email(about, to, anotherSubject, anotherText, language, sender, concerns, until, values);
    }

    /// The same with the name it comes from and what stands below it.
    Email on(Letterhead letterhead) {
        var name = letterhead.sender(language);
        var below = letterhead.below(language);
        var whole = below.isEmpty() ? text : text.stripTrailing() + "\n" + below + "\n";
        return new Email(about, to, subject, whole, language, name.isEmpty() ? null : name, concerns, until, values);
    }

    /// Who it is for and what it says stay out of logs.
    @Override
    public String toString() {
        return "Email[" + about + "]";
    }
}
