package localgov.ims.messages;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import localgov.ims.messages.NotifyClient.Replied;

/// E-mails by GOV.UK Notify. It knows nothing of sending the same thing twice, so each message carries a reference
/// and is looked for by it when an answer did not come.
final class NotifyPost implements Post {
    private static final String NOTIFICATIONS = "/v2/notifications";
    private static final String EMAILS = NOTIFICATIONS + "/email";
    private static final String BY_REFERENCE = NOTIFICATIONS + "?template_type=email&reference=";
    private static final String TO_THE_TEAM =
            ": with a team key, or in trial mode, it writes to nobody outside the council’s team";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_SIGNED = 401;
    private static final int NOT_LET_IN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final NotifyAccount account;
    private final NotifyClient client;
    private final Function<Email, Optional<UUID>> templates;

    /// @param templates the council's own template for an e-mail, where it has one
    NotifyPost(NotifyAccount account, Function<Email, Optional<UUID>> templates, InstantSource clock) {
        this.account = account;
        this.client = new NotifyClient(account, clock);
        this.templates = templates;
    }

    /// A service keeps its messages when its key is changed.
    @Override
    public String name() {
        return name(account);
    }

    static String name(NotifyAccount account) {
        return "notify:" + account.service();
    }

    @Override
    public Handed hand(Reference reference, Email email) {
        var said = new HashMap<>(email.values());
        said.put("subject", email.subject());
        said.put("text", email.text());
        var body = new LinkedHashMap<String, Object>();
        body.put("email_address", email.to());
        body.put(
                "template_id", templates.apply(email).orElse(account.template()).toString());
        body.put("personalisation", said);
        body.put("reference", reference.toString());
        var replyTo = account.replyTo();
        if (replyTo != null) {
            body.put("email_reply_to_id", replyTo.toString());
        }
        return client.post(EMAILS, body)
                .<Handed>map(NotifyPost::understood)
                .orElseGet(() -> new Handed.Unclear("GOV.UK Notify did not answer"));
    }

    private static Handed understood(Replied reply) {
        var id = reply.json().path("id").asString("");
        if (reply.status() == CREATED) {
            return id.isEmpty() ? new Handed.Unclear("GOV.UK Notify did not answer whole") : new Handed.Taken(id);
        }
        var why = why(reply);
        return switch (reply.status()) {
            // Our key or our clock is wrong, and not the message: it waits until somebody has put that right.
            case TOO_MANY, NOT_SIGNED, NOT_LET_IN -> new Handed.Later(why);
            default ->
                reply.status() >= 400 && reply.status() < 500 ? new Handed.Refused(why) : new Handed.Unclear(why);
        };
    }

    /// What Notify says itself is told of two things alone: that names nobody.
    private static boolean isForTheTeamAlone(Replied reply) {
        var message = reply.message();
        return reply.status() == BAD_REQUEST && (message.contains("team-only") || message.contains("trial mode"));
    }

    private static String why(Replied reply) {
        var why = "GOV.UK Notify replied %d %s"
                .formatted(reply.status(), reply.error())
                .strip();
        return isForTheTeamAlone(reply) ? why + TO_THE_TEAM : why;
    }

    @Override
    public Sought seek(Reference reference) {
        var reply = client.get(BY_REFERENCE + reference);
        if (reply.isEmpty() || reply.get().status() != OK) {
            return new Sought.NoAnswer(
                    reply.map(NotifyPost::why).orElse("GOV.UK Notify did not answer whether it has the message"));
        }
        var found = reply.get().json().path("notifications").path(0).path("id").asString("");
        return found.isEmpty() ? new Sought.NotThere() : new Sought.Found(found);
    }

    @Override
    public boolean isFollowed() {
        return true;
    }

    @Override
    public Fate look(String carriers) {
        var reply = client.get(NOTIFICATIONS + "/" + carriers);
        if (reply.isPresent() && reply.get().status() == NOT_FOUND) {
            return new Fate.Forgotten();
        }
        return reply.filter(answer -> answer.status() == OK)
                .map(answer -> fate(answer.json().path("status").asString("")))
                .orElseGet(Fate.NoAnswer::new);
    }

    private static Fate fate(String status) {
        return switch (status) {
            case "delivered" -> new Fate.Delivered();
            case "permanent-failure" -> new Fate.Never("GOV.UK Notify: permanent-failure");
            case "temporary-failure", "technical-failure" -> new Fate.NotNow("GOV.UK Notify: " + status);
            default -> new Fate.OnItsWay();
        };
    }
}
