package localgov.ims.notifications;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.councils.CouncilCache;
import localgov.ims.kernel.London;
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

    /// @param carries whether it carries what is sent now
    private record Service(NotifyAccount account, List<String> tokens, boolean carries) {}

    private final MessageRules rules;
    private final CouncilCache<List<Service>> services;

    CouncilsPost(
            Settings settings,
            MessageRules rules,
            InstantSource clock,
            ImsSettings operator,
            @Value("${ims.messages.notify.url}") URI notifys) {
        this.rules = rules;
        this.services = new CouncilCache<>(
                clock, MOMENT, () -> read(settings, operator.demo(), notifys, London.dayOf(clock.instant())));
    }

    private static List<Service> read(Settings settings, boolean demo, URI notifys, LocalDate today) {
        return settings.list(NotificationsData.SERVICES).stream()
                .flatMap(entry -> read(settings, entry, demo ? place(entry, notifys) : notifys, today).stream())
                .toList();
    }

    /// Whoever may only write to a council's settings cannot have us ask another machine: outside a
    /// demonstration Notify is where whoever runs the system says.
    private static URI place(Entry entry, URI notifys) {
        var address = entry.value("address");
        return address.isEmpty() ? notifys : URI.create(address);
    }

    private static Optional<Service> read(Settings settings, Entry entry, URI place, LocalDate today) {
        var replyTo = entry.value("reply_to");
        return settings.secret(NotificationsData.SERVICES, entry.key(), NotificationsData.API_KEY)
                .filter(NotifyAccount::isKey)
                .map(key -> new Service(
                        new NotifyAccount(
                                place,
                                key,
                                UUID.fromString(entry.value("template")),
                                replyTo.isEmpty() ? null : UUID.fromString(replyTo)),
                        tokens(settings, entry, today),
                        !entry.isRetired() && entry.value("open").equals("yes")));
    }

    /// Those of a service that is retired are believed no more.
    private static List<String> tokens(Settings settings, Entry entry, LocalDate today) {
        var until = entry.value(NotificationsData.OTHER_UNTIL);
        boolean both = !until.isEmpty() && !today.isAfter(LocalDate.parse(until));
        return Stream.of(NotificationsData.CALLBACK_TOKEN, NotificationsData.OTHER_TOKEN)
                .filter(column -> !entry.isRetired() && (both || column.equals(NotificationsData.CALLBACK_TOKEN)))
                .flatMap(column -> settings.secret(NotificationsData.SERVICES, entry.key(), column).stream())
                .toList();
    }

    @Override
    public Optional<NotifyAccount> notifyService() {
        return services.get().stream()
                .filter(Service::carries)
                .map(Service::account)
                .findFirst();
    }

    @Override
    public List<NotifyAccount> services() {
        return services.get().stream().map(Service::account).toList();
    }

    @Override
    public List<String> callbackTokens() {
        return services.get().stream().flatMap(one -> one.tokens().stream()).toList();
    }

    @Override
    public Duration kept() {
        return rules.kept();
    }

    @EventListener
    void forget(ReferenceDataChanged change) {
        if (change.table().equals(NotificationsData.SERVICES.table())) {
            services.forget();
        }
    }
}
