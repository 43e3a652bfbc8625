package localgov.ims.messages;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Which carrier the current council uses: its own service at GOV.UK Notify when it has written one down, else the
/// installation's, that is GOV.UK Notify when there is a key for it, else a mail server when one is named
/// (`spring.mail.host`), else the one that a demonstration pretends. Without any, messages wait.
@Component
class Carriers implements Posts {
    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);
    private static final Duration USUALLY_KEPT = Duration.ofDays(30);

    private final Optional<Post> mail;
    private final Optional<NotifyAccount> installations;
    private final List<String> installationsTokens;
    private final ObjectProvider<CouncilPost> council;
    private final ObjectProvider<OwnWords> words;
    private final InstantSource clock;

    @Autowired
    Carriers(
            ObjectProvider<JavaMailSender> mail,
            ObjectProvider<NotifyAccount> pretended,
            ObjectProvider<CouncilPost> council,
            ObjectProvider<OwnWords> words,
            InstantSource clock,
            @Value("${ims.messages.notify.url}") URI api,
            @Value("${ims.messages.notify.key}") String key,
            @Value("${ims.messages.notify.template}") String template,
            @Value("${ims.messages.notify.callback-token}") String token,
            @Value("${ims.messages.from}") String from) {
        this.council = council;
        this.words = words;
        this.clock = clock;
        var server = key.isBlank() ? mail.getIfAvailable() : null;
        if (server != null && !from.contains("@")) {
            throw new IllegalStateException("Say with IMS_MESSAGES_FROM which address e-mails come from");
        }
        this.mail = Optional.ofNullable(server).map(it -> new SmtpPost(it, from));
        this.installations = key.isBlank()
                ? Optional.ofNullable(server == null ? pretended.getIfAvailable() : null)
                : Optional.of(new NotifyAccount(api, key, UUID.fromString(template)));
        this.installationsTokens = token.isBlank() ? List.of() : List.of(token);
        if (this.mail.isEmpty() && installations.isEmpty()) {
            LOG.warn("E-mails of councils without a service of their own wait until GOV.UK Notify (IMS_NOTIFY_KEY)"
                    + " or a mail server (SPRING_MAIL_HOST) is named");
        }
    }

    @Override
    public Optional<Post> now() {
        return notifyAccount().map(this::atNotify).or(() -> mail);
    }

    @Override
    public Optional<Post> named(String name) {
        return name.equals(SmtpPost.NAME)
                ? mail
                : Stream.concat(councils().stream().flatMap(own -> own.services().stream()), installations.stream())
                        .filter(account -> NotifyPost.name(account).equals(name))
                        .findFirst()
                        .map(this::atNotify);
    }

    private Post atNotify(NotifyAccount account) {
        return new NotifyPost(account, this::template, clock);
    }

    private Optional<UUID> template(Email email) {
        var own = words.getIfAvailable();
        return own == null ? Optional.empty() : own.template(email.about(), email.language());
    }

    /// The service at GOV.UK Notify, where that is what carries the current council's e-mails.
    Optional<NotifyAccount> notifyAccount() {
        return councils().flatMap(CouncilPost::notifyService).or(() -> installations);
    }

    List<String> callbackTokens() {
        return councils().map(this::callbackTokens).orElse(installationsTokens);
    }

    /// A service that carries nothing new any more still has news of what it carried.
    private List<String> callbackTokens(CouncilPost own) {
        return own.notifyService().isPresent()
                ? own.callbackTokens()
                : Stream.concat(own.callbackTokens().stream(), installationsTokens.stream())
                        .toList();
    }

    Duration kept() {
        return councils().map(CouncilPost::kept).orElse(USUALLY_KEPT);
    }

    private Optional<CouncilPost> councils() {
        return Optional.ofNullable(council.getIfAvailable());
    }
}
