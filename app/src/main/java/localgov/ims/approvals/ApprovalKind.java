package localgov.ims.approvals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;

/// Something that needs two people. A room declares one as a bean for each thing it cannot let one person do.
public interface ApprovalKind {
    /// Its name for ever, room first: `settings.change`.
    String name();

    /// The key of the words that say it to people, such as "Change of a setting".
    String words();

    /// What whoever approves must be permitted to do.
    Permission approver();

    /// What whoever asks must still be permitted to do when their request is approved; nothing for anybody.
    default Optional<Permission> asker() {
        return Optional.empty();
    }

    /// Whether whoever asked may still ask for this, where others besides may ask for some of a kind.
    default boolean mayAsk(Person asker, Request request) {
        return asker().map(asker::may).orElse(true);
    }

    /// What is asked of an approver besides the permission: nobody grants what they lack, for instance.
    default boolean mayApprove(Person approver, Request request) {
        return true;
    }

    /// Whether requests say an amount, so that the council can set a limit below which nobody is asked.
    default boolean isAboutMoney() {
        return false;
    }

    /// How much goes without a second person until the council says otherwise.
    default Limit withoutAsking() {
        return Limit.NOTHING;
    }

    /// How long a request waits before it lapses.
    default Duration waits() {
        return Duration.ofDays(14);
    }

    /// Where in the office the evidence is, such as the page of what would change.
    default Optional<String> evidence(Request request) {
        return Optional.empty();
    }

    /// What approving it would do to what is there already. It is asked each time a request that waits is shown, for
    /// whoever looks, and answers within a second or two.
    default List<Effect> effects(Request request) {
        return List.of();
    }

    /// Does what was asked for, within the database transaction in which it is approved: what it writes
    /// is there exactly when the approval is. Whoever approves is in the request's decision. When the
    /// target has moved on since somebody asked, it answers `Stale`, and whatever it wrote is undone.
    Carried carryOut(Request request);

    /// Told, within the database transaction in which a request is closed without being carried out, that it will not
    /// be done: it was declined, taken back, left too long or had become stale. What was kept ready for it is free
    /// again.
    default void closed(Request request) {}
}
