package localgov.ims.messages;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Which carrier this installation uses: GOV.UK Notify when there is a key for it, else a mail server when one is
/// named (`spring.mail.host`), else the one that a demonstration pretends. Without any, messages wait.
@Component
class Carriers {
    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private final Optional<Post> post;

    Carriers(
            ObjectProvider<JavaMailSender> mail,
            ObjectProvider<NotifyAccount> pretended,
            InstantSource clock,
            @Value("${ims.messages.notify.url}") URI api,
            @Value("${ims.messages.notify.key}") String key,
            @Value("${ims.messages.notify.template}") String template,
            @Value("${ims.messages.from}") String from) {
        var server = mail.getIfAvailable();
        if (!key.isBlank()) {
            post = Optional.of(new NotifyPost(new NotifyAccount(api, key, UUID.fromString(template)), clock));
        } else if (server != null) {
            if (!from.contains("@")) {
                throw new IllegalStateException("Say with IMS_MESSAGES_FROM which address e-mails come from");
            }
            post = Optional.of(new SmtpPost(server, from));
        } else {
            post = Optional.ofNullable(pretended.getIfAvailable()).map(account -> new NotifyPost(account, clock));
        }
        if (post.isEmpty()) {
            LOG.warn("E-mails wait until GOV.UK Notify (IMS_NOTIFY_KEY) or a mail server (SPRING_MAIL_HOST) is named");
        }
    }

    Optional<Post> post() {
        return post;
    }
}
