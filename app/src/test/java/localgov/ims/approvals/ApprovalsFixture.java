package localgov.ims.approvals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import localgov.ims.TestCouncil;
import localgov.ims.audit.AuditFixture;
import localgov.ims.kernel.Money;
import localgov.ims.people.Caller;
import localgov.ims.people.People;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.platform.TypedJdbc;

/// A council in which Ann asks and Ben and Bea approve gifts: a kind of the tests' own, about money.
final class ApprovalsFixture implements AutoCloseable {
    static final String GIFT = "tests.gift";

    final TestCouncil council = TestCouncil.fresh();
    final People people = PeopleFixture.on(council);
    final Person ann = person("Ann", Role.INCOME_OFFICER);
    final Person ada = person("Ada", Role.SYSTEMS_ADMINISTRATOR);
    final Person ben = person("Ben", Role.INCOME_MANAGER);
    final Person bea = person("Bea", Role.INCOME_MANAGER);
    final Person cal = person("Cal", Role.CASHIER);
    final Approvals approvals = on(council.dataSource);
    final StandIns standIns = standIns();

    /// What happens while a gift is carried out, before and after it is written down.
    volatile Consumer<Request> carrying = _ -> {};

    /// Whether asking who may approve a gift breaks.
    volatile boolean broken;

    volatile Carried answer = new Carried.Done();

    private Person person(String name, String role) {
        return PeopleFixture.add(council, name, role);
    }

    /// The room's front door, working through this data source.
    Approvals on(DataSource dataSource) {
        return Approving.on(dataSource, council.clock(), () -> declared(dataSource));
    }

    private StandIns standIns() {
        return new StandIns(
                new StandInStore(council.db),
                kinds(council.dataSource),
                people,
                AuditFixture.on(council),
                council.clock(),
                council.transactions);
    }

    Inbox inbox() {
        return new Inbox(
                new RequestStore(council.db),
                kinds(council.dataSource),
                new Authority(people, new StandInStore(council.db), council.clock()),
                council.clock());
    }

    Kinds kinds(DataSource dataSource) {
        return Approving.kinds(() -> declared(dataSource));
    }

    private List<ApprovalKind> declared(DataSource dataSource) {
        var db = TypedJdbc.client(dataSource);
        return List.of(new Gift(dataSource), new LimitKind(new LimitStore(db), AuditFixture.on(db, council.clock())));
    }

    private final class Gift implements ApprovalKind {
        private final DataSource dataSource;

        Gift(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public String name() {
            return GIFT;
        }

        @Override
        public String words() {
            return "tests.gift";
        }

        @Override
        public Permission approver() {
            return Permission.APPROVE;
        }

        @Override
        public Optional<Permission> asker() {
            return Optional.of(Permission.MOVE_MONEY);
        }

        @Override
        public boolean isAboutMoney() {
            return true;
        }

        /// A gift of sweets is none of Bea's business.
        @Override
        public boolean mayApprove(Person approver, Request request) {
            if (broken) {
                throw new IllegalStateException("This kind is broken on purpose");
            }
            return !(request.subject().equals("sweets") && approver.name().equals("Bea"));
        }

        @Override
        public Duration waits() {
            return Duration.ofDays(5);
        }

        @Override
        public Carried carryOut(Request request) {
            AuditFixture.on(TypedJdbc.client(dataSource), council.clock())
                    .note("system", "tests.given", request.subject(), request.payload());
            carrying.accept(request);
            return answer;
        }
    }

    Ask gift(String subject, long pence, Caller by) {
        return Ask.of(GIFT, subject, "Give " + subject, "{\"to\": \"%s\"}".formatted(subject), by)
                .about(Money.pence(pence));
    }

    Asked ask(Ask ask) {
        return council.within(() -> approvals.ask(ask));
    }

    /// Ann asks for a gift that has to wait.
    ApprovalId waiting(String subject) {
        return waiting(subject, ann);
    }

    ApprovalId waiting(String subject, Person by) {
        var asked = ask(gift(subject, 1_000_000_00, by));
        if (asked instanceof Asked.Waiting(var id)) {
            return id;
        }
        throw new AssertionError("A big gift went without a second person: " + asked);
    }

    Approval approve(ApprovalId id, Person by) {
        return council.within(() -> approvals.approve(id, by));
    }

    Request find(ApprovalId id) {
        return council.within(() -> approvals.find(id).orElseThrow());
    }

    /// How often a gift of this has been given.
    long given(String subject) {
        return council.within(() ->
                council.db.sql("""
                select count(*)
                  from audit_events
                 where did = 'tests.given'
                   and subject = :subject
                """).param("subject", subject).query(Long.class).single());
    }

    /// How often this is in the audit about a request.
    long noted(ApprovalId id, String did) {
        return council.within(() -> council.db
                .sql("""
                select count(*)
                  from audit_events
                 where did = :did
                   and subject = :subject
                """)
                .param("did", did)
                .param("subject", "approval:" + id)
                .query(Long.class)
                .single());
    }

    void limit(Limit limit) {
        council.within(() -> {
            var store = new LimitStore(council.db);
            store.set(
                    GIFT, limit, store.limit(GIFT).map(LimitStore.Kept::version).orElse(0));
        });
    }

    @Override
    public void close() {
        council.close();
    }
}
