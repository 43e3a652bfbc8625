package localgov.ims.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the book has of an account, the newest first.
@Repository
class AccountHistory {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient db;

    AccountHistory(JdbcClient db) {
        this.db = db;
    }

    /// A posting to or from an account.
    ///
    /// @param cameIn whether the account's fund got it
    /// @param fromAccount the pot that it came out of, when it came in
    record Entry(
            long id,
            long journal,
            int line,
            LocalDate happenedOn,
            Money pence,
            boolean cameIn,
            String fromAccount,
            @Nullable String method,
            @Nullable String payer,
            @Nullable String narrative) {}

    /// After which entry a page begins.
    record Place(LocalDate happenedOn, long id) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,18})");
        static final Place START = new Place(LAST_DAY, Long.MAX_VALUE);

        static Place of(Entry last) {
            return new Place(last.happenedOn(), last.id());
        }

        static Optional<Place> read(@Nullable String text) {
            var written = WRITTEN.matcher(text == null ? "" : text);
            try {
                return written.matches()
                        ? Optional.of(new Place(LocalDate.parse(written.group(1)), Long.parseLong(written.group(2))))
                        : Optional.empty();
            } catch (java.time.DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return happenedOn + "." + id;
        }
    }

    List<Entry> of(KnownAccount account, Scope scope, Place after, int most) {
        return Rows.of(db.sql("""
                select id, journal, line, happened_on, pence, to_account = 'fund:' || fund as came_in, from_account, method,
                       payer, narrative
                  from ledger_postings
                 where account_number = :number
                   and fund = :fund
                   and (:scope::text is null or exists (
                          select from people_limits(:scope) allowed
                           where (allowed.funds is null or fund = any(allowed.funds))
                             and (allowed.offices is null or office = any(allowed.offices))
                             and (allowed.methods is null or method = any(allowed.methods))))
                   and (happened_on, id) < (:day, :id)
                 order by happened_on desc, id desc
                 limit :most
                """)
                .param("number", account.number())
                .param("fund", account.fund())
                .param("scope", scope.text())
                .param("day", after.happenedOn())
                .param("id", after.id())
                .param("most", most)
                .query(Entry.class));
    }
}
