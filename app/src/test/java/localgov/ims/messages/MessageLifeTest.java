package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every statement that moves a message, tried on a message in every state: what moves is what the table of its
/// life allows.
class MessageLifeTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final JdbcClient owner = council.owner();
    static final Instant NOW = TestCouncil.FRIDAY;
    static final Set<MessageState> WITHOUT_TEXT =
            Set.of(MessageState.DELIVERED, MessageState.GIVEN_UP, MessageState.EXPIRED, MessageState.UNSENT);

    final MessageStore store = new MessageStore(council.db);
    final FollowingStore following = new FollowingStore(council.db);
    final FailureStore failures = new FailureStore(council.db);

    @AfterAll
    static void close() {
        council.close();
    }

    private MessageId in(MessageState state) {
        var id = MessageId.fresh();
        owner.sql("""
                        insert into council_aldermere.messages_message
                               (id, about, content, state, attempts, made_at, due_at, claimed_at, handed_at, reference, ended_at, expires_at)
                        values (:id, 'portal.receipt', :content, :state, 1, :then, :then, :then, :then, 'carrier', :then, :expires)
                        """)
                .param("id", id)
                .param("content", WITHOUT_TEXT.contains(state) ? null : "locked")
                .param("state", state)
                .param("then", NOW.minus(Duration.ofDays(1)))
                .param("expires", NOW.plus(Duration.ofHours(1)))
                .update();
        return id;
    }

    private MessageState stateOf(MessageId id) {
        return MessageState.valueOf(owner.sql("select state from council_aldermere.messages_message where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private Map<String, Consumer<MessageId>> moves() {
        var moves = new LinkedHashMap<String, Consumer<MessageId>>();
        moves.put("claim", id -> store.claim(id, "one", NOW, NOW.minusSeconds(60)));
        moves.put("sent", id -> store.sent(claimed(id), "carrier", NOW, NOW));
        moves.put("failed", id -> store.failed(claimed(id), "no", NOW));
        moves.put("unclear", id -> store.again(claimed(id), "no answer", true, NOW));
        moves.put("deferred", id -> store.again(claimed(id), "busy", false, NOW));
        moves.put("expired", id -> store.expired(claimed(id), NOW));
        moves.put("expire", _ -> store.expire(NOW.plus(Duration.ofHours(2))));
        moves.put("delivered", id -> following.delivered(followed(id), NOW));
        moves.put("not now", id -> following.deferred(followed(id), "full", NOW));
        moves.put("never", id -> following.failed(followed(id), "bounced", NOW));
        moves.put("forget", _ -> following.forget(NOW));
        moves.put("again", id -> failures.again(id, NOW));
        moves.put("correct", id -> failures.correct(id, "locked", "other", NOW));
        moves.put("give up", id -> failures.giveUp(id, NOW));
        return moves;
    }

    private static MessageStore.Claimed claimed(MessageId id) {
        return new MessageStore.Claimed(id, "portal.receipt", "locked", 1, 1, false, null);
    }

    private static FollowingStore.Followed followed(MessageId id) {
        return new FollowingStore.Followed(id, "portal.receipt", 1, null, "carrier", NOW, NOW, true);
    }

    @Test
    void whatMovesIsWhatTheTableAllowsAndAllThatItAllows() {
        var seen = new TreeSet<String>();
        var allowed = new TreeSet<String>();
        for (var from : MessageState.values()) {
            for (var to : MessageState.values()) {
                if (from.mayBecome(to) && from != to) {
                    allowed.add(from + " becomes " + to);
                }
            }
            moves().forEach((_, move) -> {
                var id = in(from);
                council.within(() -> move.accept(id));
                var to = stateOf(id);
                if (to != from) {
                    seen.add(from + " becomes " + to);
                }
                owner.sql("delete from council_aldermere.messages_message").update();
            });
        }
        assertThat(seen).isEqualTo(allowed);
    }
}
