package localgov.ims.messages;

/// An e-mail in plain text.
///
/// @param about what it is about, such as `people.forgotten`: all that logs and lists show of it
/// @param to one address
public record Email(String about, String to, String subject, String text) {
    public Email {
        if (to.chars().anyMatch(Character::isISOControl) || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An address and a subject are one line");
        }
    }

    /// Who it is for and what it says stay out of logs.
    @Override
    public String toString() {
        return "Email[" + about + "]";
    }
}
