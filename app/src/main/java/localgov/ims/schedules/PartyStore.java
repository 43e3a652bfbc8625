package localgov.ims.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of third parties: whose schedules are, whose credits, and which of both are certainly the same money.
@Component
class PartyStore {
    private final JdbcClient db;

    PartyStore(JdbcClient db) {
        this.db = db;
    }

    /// Somebody who pays over what they collected.
    record Party(String code, String name) {}

    /// Whose a schedule is.
    ///
    /// @param namedBy who said so; absent where its source says it
    record Whose(String code, String name, @Nullable String namedBy) {}

    /// A schedule and the one credit that is its money.
    ///
    /// @param file of the schedule, which waits on `account` and came into the book with `schedule`
    /// @param item the credit’s item of suspense; absent when a rule put it onto the account already
    /// @param journal the journal that brought the credit, and `line` its place in there
    record Certain(
            UUID file,
            long schedule,
            String account,
            String party,
            @Nullable Long item,
            long journal,
            int line) {}

    /// Those that may have schedules on an account, by name.
    List<Party> on(String account) {
        return Rows.of(db.sql("""
                select code, name
                  from schedules_parties
                 where account = :account
                 order by name, code
                """).param("account", account).query(Party.class));
    }

    Optional<Whose> whose(Schedule schedule) {
        return db.sql("""
                select party.code, party.name, named.named_by
                  from schedules_whose whose
                  join schedules_parties party on party.code = whose.party
                  left join schedules_named named
                    on named.journal = whose.journal and named.account = whose.account and named.party = whose.party
                 where whose.import = :file
                   and whose.account = :account
                """)
                .param("file", schedule.importId())
                .param("account", schedule.account())
                .query(Whose.class)
                .optional();
    }

    /// What a third party is called, also one that is retired.
    Optional<String> name(String code) {
        return db.sql("select name from schedules_party where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    /// Says whose a schedule is; no when it was matched, or the third party has no schedules on its account.
    boolean name(Schedule schedule, String party, String who, Instant at) {
        return db.sql("""
                insert into schedules_named (journal, account, party, named_at, named_by)
                select :journal, party.account, party.code, :at, :who
                  from schedules_parties party
                 where party.code = :party
                   and party.account = :account
                   and not exists (
                       select from schedules_claim claim
                        where claim.journal = :journal and claim.account = :account)
                on conflict on constraint a_schedule_is_of_one_party do update
                   set party = excluded.party, named_at = excluded.named_at, named_by = excluded.named_by
                """)
                        .param("journal", schedule.journal())
                        .param("account", schedule.account())
                        .param("party", party)
                        .param("at", at)
                        .param("who", who)
                        .update()
                == 1;
    }

    /// Which of these lines of the bank are a third party's.
    Set<Wish.Line> recognised(String party, List<BankCredit> credits) {
        return new HashSet<>(Rows.of(db.sql("""
                select asked.journal, asked.line
                  from unnest(cast(:journals as bigint[]), cast(:lines as int[])) asked (journal, line)
                  join ledger_journals journal on journal.id = asked.journal
                  join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch and posting.line = asked.line
                 where schedules_is_of(
                       :party, posting.payer, posting.narrative,
                       case when posting.source_kind = 'import' then posting.source_id::uuid end, posting.line)
                """)
                .param("journals", credits.stream().map(BankCredit::journal).toArray(Long[]::new))
                .param("lines", credits.stream().map(BankCredit::line).toArray(Integer[]::new))
                .param("party", party)
                .query(Wish.Line.class)));
    }

    /// Schedules and credits that are certainly the same money: of one third party and no other, of one amount to the
    /// penny, no further apart than it pays, and neither has another such. What was undone once is left out.
    List<Certain> certain(int most) {
        return Rows.of(db.sql("""
                with waiting as materialized (
                    select import as file, journal as schedule, account, party, pence, came_on, days
                      from schedules_waiting),
                credit as (
                    select item.id as item, item.journal, item.line, item.pence, item.happened_on, item.payer,
                           item.narrative, null::text as account,
                           case when item.source_kind = 'import' then item.source_id::uuid end as file
                      from suspense_items item
                     where item.remaining = item.pence
                       and item.pence in (select pence from waiting)
                       and exists (
                           select from ledger_journals journal
                             join ledger_postings posting on posting.journal = journal.id
                              and posting.month = journal.month and posting.batch = journal.batch
                            where journal.id = item.journal
                              and posting.line = item.line
                              and posting.from_account like 'bank:%')
                    union all
                    select null, posting.journal, posting.line, posting.pence, posting.happened_on, posting.payer,
                           posting.narrative, posting.to_account,
                           case when posting.source_kind = 'import' then posting.source_id::uuid end
                      from ledger_postings posting
                     where posting.to_account in (select account from waiting)
                       and posting.pence in (select pence from waiting)
                       and posting.from_account like 'bank:%'
                       and posting.reverses is null
                       and not exists (
                           select from schedules_settled_claim claim
                            where claim.journal = posting.journal and claim.line = posting.line)
                       and not exists (
                           select from ledger_postings undo
                            where undo.pence = posting.pence
                              and undo.happened_on >= posting.happened_on
                              and undo.reverses = posting.id)),
                pair as (
                    select waiting.file, waiting.schedule, waiting.account, waiting.party,
                           credit.item, credit.journal, credit.line,
                           count(*) over (partition by waiting.schedule, waiting.account) as credits,
                           count(*) over (partition by credit.journal, credit.line) as schedules,
                           (select count(*)
                              from schedules_parties other
                             where schedules_is_of(
                                   other.code, credit.payer, credit.narrative, credit.file, credit.line)) as parties
                      from waiting
                      join credit
                        on credit.pence = waiting.pence
                       and credit.happened_on between waiting.came_on - waiting.days and waiting.came_on + waiting.days
                       and (credit.account is null or credit.account = waiting.account)
                     where schedules_is_of(waiting.party, credit.payer, credit.narrative, credit.file, credit.line))
                select pair.file, pair.schedule, pair.account, pair.party, pair.item, pair.journal, pair.line
                  from pair
                 where pair.credits = 1
                   and pair.schedules = 1
                   and pair.parties = 1
                   and not exists (
                       select from schedules_paid paid
                         left join schedules_credit credit on credit.match = paid.match
                         left join schedules_settled settled on settled.match = paid.match
                        where paid.journal = pair.schedule
                          and (credit.item = pair.item
                               or (settled.journal = pair.journal and settled.line = pair.line)))
                 order by pair.schedule, pair.account
                 limit :most
                """).param("most", most).query(Certain.class));
    }

    /// A schedule whose money should have come.
    ///
    /// @param name whose it is
    /// @param since its last day
    record Late(UUID file, String account, String name, LocalDate since, Money amount) {}

    /// Those whose last day is before a day, the longest late first.
    List<Late> late(LocalDate today, int most) {
        return Rows.of(db.sql("""
                select import as file, account, name, came_on + days as since, pence as amount
                  from schedules_waiting
                 where came_on + days < :today
                 order by came_on + days, import, account
                 limit :most
                """).param("today", today).param("most", most).query(Late.class));
    }

    /// How many they are, counted no further than is worth showing.
    long countLate(LocalDate today) {
        return db.sql("""
                select count(*)
                  from (select from schedules_waiting where came_on + days < :today limit 1000) counted
                """).param("today", today).query(Long.class).single();
    }
}
