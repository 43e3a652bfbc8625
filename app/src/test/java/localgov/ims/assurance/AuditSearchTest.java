package localgov.ims.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.assurance.AuditStore.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every search of a long audit goes along an index. `-Daudit.events=3000000` makes it as long as a big council's.
class AuditSearchTest {
    private static final int USUALLY = 60_000;
    private static final int EVENTS = Integer.getInteger("audit.events", USUALLY);
    private static final int A_YEAR = 365 * 24 * 60;
    private static final UUID SOMEBODY = new UUID(0, 7);
    static final TestCouncil council = TestCouncil.fresh();
    static final AuditStore store = new AuditStore(council.db);
    static final AuditSearch search = new AuditSearch(store, council.transactions);

    /// A year of events: most of them by few people and of few sorts, a few by many and of many.
    @BeforeAll
    static void aYear() {
        try (var pool = council.ownerPool()) {
            var owner = localgov.ims.platform.TypedJdbc.client(pool);
            owner.sql("""
                    insert into council_aldermere.audit_event (happened_at, who, did, subject, detail, person, address,
                                                               reference, changes)
                    select :from + make_interval(mins => (n::bigint * :minutes / :events)::int),
                           case when n %% 3 = 0 then 'api:till' else 'person' || (n::bigint * 7919 %% 200) || '@demo.example' end,
                           case when n %% 3 = 0 then 'payment.taken' else 'room' || (n %% 8) || '.deed-' || (n %% 40) end,
                           'thing:' || n,
                           case when n %% 3 = 0 then 'a payment by card' else 'changed number ' || n end,
                           case when n %% 3 = 0 then null else ('00000000-0000-0000-0000-' || lpad(to_hex(n::bigint * 7919 %% 200), 12, '0'))::uuid end,
                           '192.0.2.' || n %% 250,
                           case when n %% 50 = 0 then 'B' || lpad(n::text, 8, '2') end,
                           case when n %% 5 = 0 then jsonb_build_array(jsonb_build_object('what', 'Name', 'before', 'old' || n, 'after', 'new' || n)) end
                      from generate_series(1, :events) as n
                    """.replace("%%", "%"))
                    .param("from", Instant.parse("2025-11-20T00:00:00Z"))
                    .param("minutes", A_YEAR)
                    .param("events", EVENTS)
                    .update();
            owner.sql("analyze council_aldermere.audit_event").update();
        }
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private static Sought words(String... words) {
        return new Sought(null, null, null, null, null, null, List.of(words), null);
    }

    private static Sought who(String... who) {
        return new Sought(List.of(who), null, null, null, null, null, List.of(), null);
    }

    static Stream<Arguments> searches() {
        var march = Instant.parse("2026-03-01T00:00:00Z");
        return Stream.of(
                Arguments.of("everything", Sought.EVERYTHING),
                Arguments.of("one person", who("person17@demo.example")),
                Arguments.of("a program that did a third of it", who("api:till")),
                Arguments.of("several people", who("person17@demo.example", "person18@demo.example", "api:till")),
                Arguments.of("nobody", who()),
                Arguments.of("by the id", new Sought(null, SOMEBODY, null, null, null, null, List.of(), null)),
                Arguments.of(
                        "a frequent deed", new Sought(null, null, "payment.taken", null, null, null, List.of(), null)),
                Arguments.of(
                        "a seldom deed", new Sought(null, null, "room1.deed-1", null, null, null, List.of(), null)),
                Arguments.of("a room", new Sought(null, null, "room3.", null, null, null, List.of(), null)),
                Arguments.of("a subject", new Sought(null, null, null, "thing:777", null, null, List.of(), null)),
                Arguments.of(
                        "an hour of a day",
                        new Sought(null, null, null, null, march, march.plus(Duration.ofHours(1)), List.of(), null)),
                Arguments.of(
                        "one person's week",
                        new Sought(
                                List.of("person17@demo.example"),
                                null,
                                null,
                                null,
                                march,
                                march.plus(Duration.ofDays(7)),
                                List.of(),
                                null)),
                Arguments.of("a seldom word", words("number", "777")),
                Arguments.of("a word before a change", words("old775")),
                Arguments.of("a frequent word", words("card")),
                Arguments.of("the beginning of a word", words("new77")),
                Arguments.of("a request", new Sought(null, null, null, null, null, null, List.of(), "B22222250")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void goesAlongAnIndex(String what, Sought sought) {
        var started = System.nanoTime();
        var found = council.within(() -> council.transactions.execute(_ -> {
            var page = search.page(sought, null, 51);
            assertThat(sequentialScans())
                    .as("the whole table was read for " + what)
                    .isZero();
            return page;
        }));
        var took = Duration.ofNanos(System.nanoTime() - started);
        if (EVENTS > USUALLY) {
            System.out.printf("%,d events, %s: %d in %d ms%n", EVENTS, what, found.size(), took.toMillis());
        }
        assertThat(found.isEmpty()).isEqualTo(what.equals("nobody"));
        assertThat(found)
                .isSortedAccordingTo((a, b) -> b.happenedAt().equals(a.happenedAt())
                        ? Long.compare(b.id(), a.id())
                        : b.happenedAt().compareTo(a.happenedAt()));
    }

    private static long sequentialScans() {
        return council.db.sql("""
                select coalesce(sum(seq_scan), 0)
                  from pg_stat_xact_user_tables
                 where relname = 'audit_event'
                """).query(Long.class).single();
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEnded() {
        var sought = who("person17@demo.example", "person18@demo.example");
        var first = council.within(() -> search.page(sought, null, 20));
        var last = first.getLast();
        var second = council.within(() -> search.page(sought, new Place(last.happenedAt(), last.id()), 20));
        var both = council.within(() -> search.page(sought, null, 40));
        assertThat(Stream.concat(first.stream(), second.stream()).toList()).isEqualTo(both);
    }

    /// However far back it looks, a page of words goes on where the one before ended.
    @Test
    void pagesOfASeldomAndOfAFrequentWordMissNothing() {
        for (var word : List.of("card", "new77")) {
            var inPages = new java.util.ArrayList<Long>();
            Place after = null;
            for (int pages = 0; pages < 40; pages++) {
                var place = after;
                var page = council.within(() -> search.page(words(word), place, 20));
                page.forEach(event -> inPages.add(event.id()));
                if (page.size() < 20) {
                    break;
                }
                after = new Place(page.getLast().happenedAt(), page.getLast().id());
            }
            var atOnce = council.within(() -> council.transactions.execute(
                    _ -> store.list(words(word), null, Math.max(1, inPages.size()), true)));
            assertThat(inPages)
                    .hasSizeGreaterThan(20)
                    .isEqualTo(atOnce.stream().map(AuditEvent::id).toList());
        }
    }

    @Test
    void whoAndWhatThereIsIsReadStepByStep() {
        council.within(() -> council.transactions.executeWithoutResult(_ -> {
            assertThat(store.everybody()).hasSizeGreaterThan(100).contains("api:till", "person17@demo.example");
            assertThat(store.deeds()).contains("payment.taken", "room1.deed-1");
            assertThat(sequentialScans()).isZero();
        }));
    }

    @Test
    void aNameIsTheWholeOfItOrAPartOfIt() {
        assertThat(council.within(() -> search.called("Person17@demo.example")))
                .containsExactly("person17@demo.example");
        assertThat(council.within(() -> search.called("person17")))
                .contains("person17@demo.example")
                .hasSizeGreaterThan(1);
        assertThat(council.within(() -> search.called("nobody"))).isEmpty();
    }
}
