package localgov.ims.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import localgov.ims.webhooks.Secrets.Known;
import localgov.ims.webhooks.StandingStore.Standing;
import localgov.ims.webhooks.pages.WebhookPage;
import localgov.ims.webhooks.pages.WebhooksPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages about webhooks show.
@Component
class WebhookPages {
    private static final int ON_A_PAGE = 50;
    private static final String SETTINGS = "/office/settings";
    private static final String TYPE = SETTINGS + "/webhooks";

    private final Subscriptions subscriptions;
    private final Webhooks webhooks;
    private final LogStore log;
    private final StandingStore standings;
    private final Secrets secrets;

    WebhookPages(
            Subscriptions subscriptions, Webhooks webhooks, LogStore log, StandingStore standings, Secrets secrets) {
        this.subscriptions = subscriptions;
        this.webhooks = webhooks;
        this.log = log;
        this.standings = standings;
        this.secrets = secrets;
    }

    WebhooksPage all(Words words) {
        var counts = log.counts().stream().collect(Collectors.toMap(LogStore.Counted::webhook, Function.identity()));
        var rows = subscriptions.open().stream()
                .map(one -> row(one, counts.get(one.code()), words))
                .toList();
        return new WebhooksPage(
                CurrentCaller.may(Permission.SEE_SETTINGS) ? SETTINGS : null,
                CurrentCaller.may(Permission.CHANGE_SETTINGS) ? TYPE + "/add" : null,
                rows);
    }

    private WebhooksPage.Row row(Subscription one, LogStore.@Nullable Counted counted, Words words) {
        var state = state(standings.of(one.code()), secrets.known(one.code()), words);
        return new WebhooksPage.Row(
                WebhookScreens.path(one.code()),
                one.name(),
                one.address().toString(),
                state.text(),
                state.colour(),
                words.number(counted == null ? 0 : counted.waiting()),
                words.number(counted == null ? 0 : counted.dead()));
    }

    private record State(String text, String colour) {}

    private static State state(Standing standing, List<Known> known, Words words) {
        if (standing.isPaused()) {
            return standing.pausedWhy() == StandingStore.Why.PERSON
                    ? new State(words.say("webhooks.state.paused"), "govuk-tag--grey")
                    : new State(words.say("webhooks.state.stopped"), "govuk-tag--red");
        }
        if (known.isEmpty()) {
            return new State(words.say("webhooks.state.no-secret"), "govuk-tag--yellow");
        }
        return standing.failingSince() == null
                ? new State(words.say("webhooks.state.open"), "govuk-tag--green")
                : new State(words.say("webhooks.state.failing"), "govuk-tag--yellow");
    }

    WebhookPage one(Subscription one, @Nullable Long before, @Nullable String secret, Words words) {
        var standing = standings.of(one.code());
        var known = secrets.known(one.code());
        var state = state(standing, known, words);
        var found = webhooks.deliveries(one.code(), null, before, ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        boolean may = CurrentCaller.may(Permission.MANAGE_KEYS);
        var self = WebhookScreens.path(one.code());
        return new WebhookPage(
                self,
                WebhookScreens.PATH,
                one.name(),
                state.text(),
                state.colour(),
                why(standing, words),
                secret,
                facts(one, standing, known, words),
                may ? new WebhookPage.May(known.isEmpty(), old(known, words), standing.isPaused()) : null,
                Forgetting.KEPT.toDays(),
                shown.stream().map(delivery -> row(self, delivery, may, words)).toList(),
                found.size() > ON_A_PAGE ? self + "?before=" + shown.getLast().number() : null);
    }

    private static @Nullable String old(List<Known> known, Words words) {
        return known.stream()
                .flatMap(one -> Optional.ofNullable(one.endsAt()).stream())
                .findFirst()
                .map(words::moment)
                .orElse(null);
    }

    private static @Nullable String why(Standing standing, Words words) {
        var at = standing.pausedAt();
        var why = standing.pausedWhy();
        if (at == null || why == null) {
            return null;
        }
        return switch (why) {
            case PERSON -> words.say("webhooks.why.person", String.valueOf(standing.pausedBy()), words.moment(at));
            case GONE -> words.say("webhooks.why.gone", words.moment(at));
            case SECRET -> words.say("webhooks.why.secret", words.moment(at));
            case FAILING -> words.say("webhooks.why.failing", words.moment(at));
        };
    }

    private static List<SummaryRow> facts(Subscription one, Standing standing, List<Known> known, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("webhooks.address"), one.address().toString()));
        facts.add(SummaryRow.of(words.say("webhooks.key"), one.program()));
        facts.add(SummaryRow.of(
                words.say("webhooks.which"), words.say(one.ownOnly() ? "webhooks.which.own" : "webhooks.which.all")));
        facts.add(SummaryRow.of(
                words.say("webhooks.types"),
                one.types().stream().map(EventType::word).collect(Collectors.joining(", "))));
        var answered = standing.answeredAt();
        facts.add(SummaryRow.of(
                words.say("webhooks.answered"),
                answered == null ? words.say("webhooks.never") : words.moment(answered)));
        known.stream()
                .filter(secret -> secret.endsAt() == null)
                .findFirst()
                .ifPresent(secret -> facts.add(SummaryRow.of(
                        words.say("webhooks.secret"),
                        words.say("webhooks.secret.made", words.moment(secret.madeAt()), secret.madeBy()))));
        return List.copyOf(facts);
    }

    private static WebhookPage.Row row(String self, Delivery delivery, boolean may, Words words) {
        return new WebhookPage.Row(
                delivery.typeWord(),
                WebhookId.of(delivery.event()),
                about(delivery),
                words.moment(delivery.happenedAt()),
                text(delivery, words),
                colour(delivery.state()),
                words.count("webhooks.tries", delivery.attempts()),
                answer(delivery, words),
                may && delivery.state() != DeliveryState.SENDING
                        ? self + "/events/" + delivery.event() + "/again"
                        : null);
    }

    /// A reference opens a receipt. It is shown to whoever may see every payment, or every refund;
    /// which funds one is of is not known here.
    private static String about(Delivery delivery) {
        var about = delivery.about();
        var needed = delivery.isOfRefund() ? Permission.SEE_REFUNDS : Permission.SEE_RECEIPTS;
        return about != null && CurrentCaller.scope(needed).isEverything() ? about : "";
    }

    private static String text(Delivery delivery, Words words) {
        return switch (delivery.state()) {
            case WAITING ->
                delivery.attempts() == 0
                        ? words.say("webhooks.delivery.waiting")
                        : words.say("webhooks.delivery.next", words.moment(delivery.dueAt()));
            case SENDING -> words.say("webhooks.delivery.sending");
            case DELIVERED -> words.say("webhooks.delivery.delivered");
            case DEAD -> words.say("webhooks.delivery.dead");
        };
    }

    private static String colour(DeliveryState state) {
        return switch (state) {
            case WAITING -> "govuk-tag--grey";
            case SENDING -> "govuk-tag--blue";
            case DELIVERED -> "govuk-tag--green";
            case DEAD -> "govuk-tag--red";
        };
    }

    private static String answer(Delivery delivery, Words words) {
        var status = delivery.status();
        var problem = delivery.problem();
        if (status != null) {
            return words.say("webhooks.answer.status", String.valueOf(status));
        }
        return problem == null ? "" : words.say("webhooks.answer." + problem);
    }
}
