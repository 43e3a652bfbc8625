package localgov.ims.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// E-mails by the council's own mail server. It cannot be asked what it took: the message's id stays the same, so
/// that a mailbox may know a second copy.
final class SmtpPost implements Post {
    private final JavaMailSender mail;
    private final String from;

    SmtpPost(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public Handed hand(MessageId id, Email email) {
        var messageId = "<%s@%s>".formatted(id, from.substring(from.indexOf('@') + 1));
        try {
            mail.send(prepared(email, messageId));
            return new Handed.Taken(messageId);
        } catch (MailPreparationException | MailParseException e) {
            return new Handed.Refused("The message could not be written as an e-mail");
        } catch (MailAuthenticationException e) {
            return new Handed.Later("The mail server did not let us in");
        } catch (MailException e) {
            return new Handed.Unclear("The mail server did not take it");
        }
    }

    private MimeMessage prepared(Email email, String messageId) {
        try {
            var message = mail.createMimeMessage();
            var writing = new MimeMessageHelper(new WithId(message, messageId), StandardCharsets.UTF_8.name());
            var sender = email.sender();
            if (sender == null) {
                writing.setFrom(from);
            } else {
                writing.setFrom(from, sender);
            }
            writing.setTo(email.to());
            writing.setSubject(email.subject());
            writing.setText(email.text());
            return writing.getMimeMessage();
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException("Not an e-mail");
        }
    }

    /// Saving a message would give it an id of its own; it keeps ours.
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(MimeMessage source, String id) throws MessagingException {
            super(source.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    @Override
    public Optional<String> taken(MessageId id) {
        return Optional.empty();
    }
}
