package localgov.ims.messages;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// E-mails by the council's own mail server. It cannot be asked what it took: the message's id stays the same, so
/// that a mailbox may know a second copy.
final class SmtpPost implements Post {
    static final String NAME = "smtp";

    private final JavaMailSender mail;
    private final String from;

    SmtpPost(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Handed hand(Reference reference, Email email) {
        var messageId = "<%s@%s>".formatted(reference, from.substring(from.indexOf('@') + 1));
        try {
            mail.send(prepared(email, messageId));
            return new Handed.Taken(messageId);
        } catch (MailPreparationException | MailParseException e) {
            return new Handed.Refused("The message could not be written as an e-mail");
        } catch (MailAuthenticationException e) {
            return new Handed.Later("The mail server did not let us in");
        } catch (MailException e) {
            return answered(e);
        }
    }

    /// A server that said no to the address has not taken it, for good or for now. Whatever else went wrong may
    /// have come after it was taken.
    private static Handed answered(MailException e) {
        var refusal = e instanceof MailSendException several
                ? Stream.of(several.getMessageExceptions())
                        .flatMap(SmtpPost::causes)
                        .filter(SendFailedException.class::isInstance)
                        .map(SendFailedException.class::cast)
                        .findFirst()
                : Optional.<SendFailedException>empty();
        if (refusal.filter(one -> isThere(one.getInvalidAddresses())).isPresent()) {
            return new Handed.Refused("The mail server does not take the address");
        }
        return refusal.filter(one -> isThere(one.getValidUnsentAddresses()) && !isThere(one.getValidSentAddresses()))
                        .isPresent()
                ? new Handed.Later("The mail server does not take it for now")
                : new Handed.Unclear("The mail server did not take it");
    }

    private static boolean isThere(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, Objects::nonNull, SmtpPost::before)
                .map(Objects::requireNonNull);
    }

    private static @Nullable Throwable before(@Nullable Throwable thrown) {
        if (thrown instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return thrown == null ? null : thrown.getCause();
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
    public Sought seek(Reference reference) {
        return new Sought.NotThere();
    }
}
