package localgov.ims.assurance;

import static localgov.ims.people.Permission.*;

import java.util.List;
import java.util.Set;
import localgov.ims.people.Caller;
import localgov.ims.people.Permission;

/// Two halves of something that one person should not do alone.
enum Duty {
    ALLOCATE_AND_APPROVE(Half.ALLOCATE, Half.AGREE),
    MOVE_AND_APPROVE(Half.MOVE, Half.AGREE),
    REFUND_AND_APPROVE(Half.REFUND, Half.AGREE),
    TAKE_AND_REFUND(Half.TAKE, Half.REFUND),
    TAKE_AND_ALLOCATE(Half.TAKE, Half.ALLOCATE),
    TAKE_AND_MOVE(Half.TAKE, Half.MOVE),
    LOAD_AND_ALLOCATE(Half.LOAD, Half.ALLOCATE),
    SET_AND_APPROVE(Half.SET, Half.AGREE),
    MANAGE_AND_APPROVE(Half.MANAGE, Half.AGREE),
    MANAGE_AND_MOVE(Half.MANAGE, Half.MOVE),
    GIVE_AND_AGREE(Half.MANAGE, Half.GRANT);

    /// @param needs what it takes to do it
    /// @param room where its evidence is: how what is done there begins in the audit
    /// @param deeds what was done, as the audit calls it; everything done in the room when nothing is named
    record Half(Permission needs, String room, Set<String> deeds) {
        static final Half ALLOCATE = new Half(ALLOCATE_SUSPENSE, "suspense.", Set.of());
        static final Half AGREE = new Half(APPROVE, "approvals.approved", Set.of("approvals.approved"));
        static final Half MOVE = new Half(MOVE_MONEY, "journals.", Set.of());
        static final Half REFUND = new Half(ASK_REFUNDS, "refunds.asked", Set.of("refunds.asked"));
        static final Half TAKE = new Half(TAKE_PAYMENTS, "payment.", Set.of());
        static final Half LOAD = new Half(LOAD_ACCOUNTS, "accounts.", Set.of());
        static final Half SET = new Half(CHANGE_SETTINGS, "settings.", Set.of());

        /// Signing in is in that room too, and everybody does.
        static final Half MANAGE = new Half(
                MANAGE_PEOPLE,
                "people.",
                Set.of("people.added", "people.left", "people.restored", "people.role-taken", "people.role-retired"));

        /// Whoever agrees is who it is noted of.
        static final Half GRANT = new Half(
                APPROVE_ACCESS,
                "people.",
                Set.of("people.role-given", "people.role-added", "people.role-changed", "people.key-approved"));

        List<String> among(List<String> all) {
            return all.stream()
                    .filter(deed -> deeds.isEmpty() ? deed.startsWith(room) : deeds.contains(deed))
                    .toList();
        }
    }

    private final Half one;
    private final Half other;

    Duty(Half one, Half other) {
        this.one = one;
        this.other = other;
    }

    Half one() {
        return one;
    }

    Half other() {
        return other;
    }

    boolean couldBoth(Caller caller) {
        return caller.may(one.needs()) && caller.may(other.needs());
    }
}
