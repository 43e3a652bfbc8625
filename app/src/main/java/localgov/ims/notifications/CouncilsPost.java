package localgov.ims.notifications;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.councils.CouncilCache;
import localgov.ims.messages.CouncilPost;
import localgov.ims.messages.NotifyAccount;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Entry;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The council's own service at GOV.UK Notify, as it has written it down. The first that is open and has a key
/// carries its e-mails.
@Component
class CouncilsPost implements CouncilPost {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private record Service(NotifyAccount account, List<String> tokens) {}

    private final MessageRules rules;
    private final CouncilCache<Optional<Service>> service;

    CouncilsPost(
            Settings settings,
            MessageRules rules,
            InstantSource clock,
            ImsSettings operator,
            @Value("${ims.messages.notify.url}") URI notifys) {
        this.rules = rules;
        this.service = new CouncilCache<>(clock, MOMENT, () -> read(settings, operator.demo(), notifys));
    }

    private static Optional<Service> read(Settings settings, boolean demo, URI notifys) {
        return settings.list(NotificationsData.SERVICES).stream()
                .filter(entry -> !entry.isRetired() && entry.value("open").equals("yes"))
                .flatMap(entry -> read(settings, entry, demo ? place(entry, notifys) : notifys).stream())
                .findFirst();
    }

    /// Whoever may only write to a council's settings cannot have us ask another machine: outside a
    /// demonstration Notify is where whoever runs the system says.
    private static URI place(Entry entry, URI notifys) {
        var address = entry.value("address");
        return address.isEmpty() ? notifys : URI.create(address);
    }

    private static Optional<Service> read(Settings settings, Entry entry, URI place) {
        var replyTo = entry.value("reply_to");
        return settings.secret(NotificationsData.SERVICES, entry.key(), NotificationsData.API_KEY)
                .filter(NotifyAccount::isKey)
                .map(key -> new Service(
                        new NotifyAccount(
                                place,
                                key,
                                UUID.fromString(entry.value("template")),
                                replyTo.isEmpty() ? null : UUID.fromString(replyTo)),
                        settings
                                .secret(NotificationsData.SERVICES, entry.key(), NotificationsData.CALLBACK_TOKEN)
                                .stream()
                                .toList()));
    }

    @Override
    public Optional<NotifyAccount> notifyService() {
        return service.get().map(Service::account);
    }

    @Override
    public List<String> callbackTokens() {
        return service.get().map(Service::tokens).orElse(List.of());
    }

    @Override
    public Duration kept() {
        return rules.kept();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(NotificationsData.SERVICES.table())) {
            service.forget();
        }
    }
}
