package localgov.ims.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Things that go wrong on demand. Each is armed for a number of times and used up one by one, also by several
/// at once.
@Component
@DemoOnly
class Faults {
    enum Fault {
        /// 500 before anything is done.
        ERROR_500("error_500"),
        /// 503 before anything is done.
        UNAVAILABLE("unavailable"),
        /// 429 before anything is done.
        RATE_LIMIT("rate_limit"),
        /// 429 because of too many within the day, before anything is done; GOV.UK Notify alone.
        DAILY_LIMIT("daily_limit"),
        /// Nothing is done and the line breaks.
        LOST_REQUEST("lost_request"),
        /// Everything is done and the line breaks before the reply.
        LOST_REPLY("lost_reply"),
        /// Everything is done and the reply comes after twenty seconds.
        TIMEOUT("timeout"),
        /// Cancelling meets another change: 409 P0502.
        CANCEL_CONFLICT("cancel_conflict"),
        /// Cancelling is under way already, and succeeds: 500 P0598 all the same.
        CANCEL_IN_PROGRESS("cancel_in_progress"),
        /// A search does not yet know what happened within the last minute.
        SEARCH_LAGS("search_lags"),
        /// The next success is never captured and becomes an error after 26 hours.
        CAPTURE_FAILS("capture_fails"),
        /// The next success is captured a day later.
        CAPTURE_WAITS("capture_waits"),
        /// The next payment under an agreement is refused by its card, which may be tried again.
        AGREEMENT_DECLINES("agreement_declines"),
        /// The next refund ends in error.
        REFUND_FAILS("refund_fails"),
        /// The next refund stays submitted for a day.
        REFUND_WAITS("refund_waits"),
        /// The next webhook is sent twice.
        WEBHOOK_DUPLICATE("webhook_duplicate"),
        /// The next webhook arrives after the ones that follow it.
        WEBHOOK_REORDER("webhook_reorder"),
        /// The next webhook is never sent.
        WEBHOOK_DROP("webhook_drop");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Fault> named(String word) {
            var plain = word.replace('-', '_');
            return Arrays.stream(values())
                    .filter(fault -> fault.word.equals(plain))
                    .findFirst();
        }

        static List<String> words() {
            return Arrays.stream(values()).map(fault -> fault.word).toList();
        }
    }

    /// What a fault can be confined to.
    static final Set<String> CALLS = Set.of(
            "create",
            "get",
            "search",
            "cancel",
            "capture",
            "refund",
            "agreement",
            "auth",
            "webhook",
            "smartpay_search",
            "smartpay_refund",
            "smartpay_reply",
            "notify_send",
            "notify_get",
            "notify_list",
            "notify_template");

    private final JdbcClient db;

    Faults(JdbcClient db) {
        this.db = db;
    }

    /// Arms a fault; `on` confines it to one call of the API. Zero times disarms.
    void arm(Fault fault, int times, @Nullable String on) {
        db.sql("""
                delete from sandbox_fault
                 where fault = :fault
                   and only_on is not distinct from :only_on
                """).param("fault", fault).param("only_on", on).update();
        if (times > 0) {
            db.sql("""
                    insert into sandbox_fault (fault, only_on, times_left)
                    values (:fault, :only_on, :times)
                    """)
                    .param("fault", fault)
                    .param("only_on", on)
                    .param("times", times)
                    .update();
        }
    }

    /// Uses one up, if any is left for this call.
    boolean strikes(Fault fault, String call) {
        return db.sql("""
                update sandbox_fault
                   set times_left = times_left - 1
                 where fault = :fault
                   and (only_on is null or only_on = :call)
                   and times_left > 0
                """).param("fault", fault).param("call", call).update() > 0;
    }

    /// Uses one up that is armed for this call and for no other.
    boolean strikesOnly(Fault fault, String call) {
        return db.sql("""
                update sandbox_fault
                   set times_left = times_left - 1
                 where fault = :fault
                   and only_on = :call
                   and times_left > 0
                """).param("fault", fault).param("call", call).update() > 0;
    }

    /// Whether any fault is armed at all, so that ordinary calls ask once.
    boolean anyArmed() {
        return db.sql("""
                select exists (select from sandbox_fault where times_left > 0)
                """).query(Boolean.class).single();
    }
}
