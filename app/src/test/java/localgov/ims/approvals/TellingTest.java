package localgov.ims.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import localgov.ims.TestCouncil;
import localgov.ims.councils.Councils;
import localgov.ims.councils.OfficeAddresses;
import localgov.ims.messages.Email;
import localgov.ims.messages.MessageKind;
import localgov.ims.messages.PostBox;
import localgov.ims.people.PeopleFixture;
import localgov.ims.people.Person;
import localgov.ims.people.Role;
import localgov.ims.platform.pages.CouncilFace;
import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.WordBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is told of what by e-mail, how often, and how little it says.
class TellingTest {
    static final ApprovalsFixture fixture = new ApprovalsFixture();
    static final Instant MONDAY = Instant.parse("2026-11-23T08:05:00Z");

    final TestCouncil council = fixture.council;
    final PostBox post = new PostBox(council);
    final MailStore store = new MailStore(council.db);
    final ApprovalMails mails = new ApprovalMails(store);
    final Letters letters = new Letters(
            new WordBook(),
            fixture.kinds(council.dataSource),
            OfficeAddresses.at("https://income.aldermere.example", new Councils(council.ownerPool())),
            CouncilFaces.plain(() -> new CouncilFace("Aldermere", false)));
    final Telling telling = new Telling(
            store,
            new RequestStore(council.db),
            fixture.inbox(),
            fixture.people,
            mails,
            letters,
            post.messages,
            council.clock(),
            council.transactions,
            post.jobs);
    final Reminding reminding = new Reminding(
            store,
            fixture.inbox(),
            fixture.people,
            mails,
            letters,
            post.messages,
            council.clock(),
            council.transactions,
            post.jobs);

    @BeforeEach
    void nothingIsOpen() {
        var owner = council.owner();
        owner.sql("delete from council_aldermere.approvals_news").update();
        owner.sql("delete from council_aldermere.approvals_request").update();
        owner.sql("delete from council_aldermere.approvals_reminder").update();
        owner.sql("delete from council_aldermere.approvals_mail").update();
        post.empty();
    }

    @AfterEach
    void asItWas() {
        council.setNow(TestCouncil.FRIDAY);
        fixture.answer = new Carried.Done();
        fixture.broken = false;
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private void tellAll() {
        council.within(() -> store.news(council.clock().instant(), 100).forEach(telling::tell));
    }

    private static String subject() {
        return "gift:" + UUID.randomUUID();
    }

    private void wants(Person person, MailWanted wanted) {
        council.within(() -> mails.choose(person.id(), wanted));
    }

    private List<String> told(String about) {
        return post.waiting().stream()
                .filter(email -> email.about().equals(about))
                .map(Email::to)
                .sorted()
                .toList();
    }

    private static void fillsEveryBlankOf(MessageKind kind, Email email) {
        assertThat(email.values().keySet())
                .containsAll(kind.blanks().stream().map(MessageKind.Blank::name).toList());
    }

    @Test
    void whoeverMayApproveIsToldOnceAndNobodyElse() {
        var id = fixture.waiting(subject());
        tellAll();
        tellAll();

        assertThat(told("approvals.asked")).containsExactly("bea@demo.example", "ben@demo.example");
        assertThat(post.waiting())
                .allSatisfy(email -> fillsEveryBlankOf(new LetterKinds().requestForApproval(), email));
        assertThat(post.waiting())
                .allSatisfy(email -> assertThat(email.text())
                        .contains("Ann asks for something")
                        .contains("https://income.aldermere.example/office/approvals/" + id));
    }

    @Test
    void anEmailSaysNeitherTheAmountNorWhoseItIsNorWhy() {
        var subject = subject();
        var id = fixture.waiting(subject);
        tellAll();
        council.within(() -> fixture.approvals.decline(id, fixture.ben, "Cy Payer moved away"));
        tellAll();

        assertThat(post.waiting())
                .hasSize(3)
                .allSatisfy(email -> assertThat(email.subject() + email.text())
                        .doesNotContain(subject)
                        .doesNotContain("£")
                        .doesNotContain("1,000,000")
                        .doesNotContain("Cy Payer"));
    }

    @Test
    void whoeverAskedIsNotAskedEvenIfTheyMayApprove() {
        fixture.waiting(subject(), fixture.ben);
        tellAll();

        assertThat(told("approvals.asked")).containsExactly("bea@demo.example");
    }

    @Test
    void whoeverAskedIsToldWhatWasDecidedAndOfNothingTheyDidThemselves() {
        var approved = fixture.waiting(subject());
        var withdrawn = fixture.waiting(subject());
        tellAll();
        post.empty();

        fixture.approve(approved, fixture.ben);
        council.within(() -> fixture.approvals.withdraw(withdrawn, fixture.ann));
        tellAll();
        tellAll();

        assertThat(post.waiting()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("ann@demo.example");
            assertThat(email.text()).contains("Approved").contains(approved.toString());
            fillsEveryBlankOf(new LetterKinds().decisionAboutARequest(), email);
        });
    }

    @Test
    void whoeverAskedIsToldThatNobodyDecidedInTimeAndThatItWasOutOfDate() {
        var stale = fixture.waiting(subject());
        fixture.answer = new Carried.Stale("It has moved on.");
        fixture.approve(stale, fixture.ben);
        var lapsed = fixture.waiting(subject());
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(6)));
        council.within(fixture.approvals::lapse);
        tellAll();

        assertThat(post.waiting())
                .filteredOn(email -> email.about().equals("approvals.decided"))
                .extracting(Email::text)
                .anySatisfy(text -> assertThat(text).contains("Out of date").contains(stale.toString()))
                .anySatisfy(text -> assertThat(text).contains("Lapsed").contains(lapsed.toString()))
                .hasSize(2);
    }

    @Test
    void whatIsDecidedBeforeAnybodyWasToldIsNotAskedForAnyMore() {
        var id = fixture.waiting(subject());
        fixture.approve(id, fixture.ben);
        tellAll();

        assertThat(told("approvals.asked")).isEmpty();
        assertThat(told("approvals.decided")).containsExactly("ann@demo.example");
    }

    @Test
    void somebodyMaySwitchThemOffOrReadThemInWelsh() {
        wants(fixture.bea, MailWanted.NONE);
        wants(fixture.ben, MailWanted.WELSH);
        wants(fixture.ann, MailWanted.NONE);
        var id = fixture.waiting(subject());
        tellAll();
        fixture.approve(id, fixture.ben);
        tellAll();

        assertThat(post.waiting()).singleElement().satisfies(email -> {
            assertThat(email.to()).isEqualTo("ben@demo.example");
            assertThat(email.text()).startsWith("Annwyl Ben").contains("Mae Ann yn gofyn");
        });
    }

    @Test
    void twoInstancesTellOnce() throws Exception {
        fixture.waiting(subject());
        var news =
                council.within(() -> store.news(council.clock().instant(), 10)).getFirst();
        Callable<Boolean> tell = () -> {
            council.within(() -> telling.tell(news));
            return true;
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done : both.invokeAll(List.of(tell, tell))) {
                done.get();
            }
        }

        assertThat(told("approvals.asked")).containsExactly("bea@demo.example", "ben@demo.example");
    }

    /// How long until it is tried again, each time that it breaks.
    private Duration breaks() {
        var now = council.clock().instant();
        var due = council.within(() -> store.news(now, 10));
        assertThat(due).hasSize(1);
        assertThatThrownBy(() -> council.within(() -> telling.tell(due.getFirst())))
                .hasMessageContaining("broken on purpose");
        var later = now;
        while (council.within(() -> store.news(council.clock().instant(), 10)).isEmpty()) {
            later = later.plusSeconds(15);
            council.setNow(later);
        }
        return Duration.between(now, later);
    }

    @Test
    void whatBreaksWhileItIsToldIsTriedAgainEverMoreSeldomAndToldInTheEnd() {
        fixture.broken = true;
        fixture.waiting(subject());
        assertThat(breaks()).isEqualTo(Duration.ofSeconds(15));
        assertThat(breaks()).isEqualTo(Duration.ofSeconds(30));
        assertThat(breaks()).isEqualTo(Duration.ofMinutes(1));
        for (int more = 0; more < 9; more++) {
            breaks();
        }
        assertThat(breaks()).isEqualTo(Duration.ofHours(6));
        assertThat(told("approvals.asked")).isEmpty();

        fixture.broken = false;
        tellAll();
        assertThat(told("approvals.asked")).containsExactly("bea@demo.example", "ben@demo.example");
    }

    @Test
    void aStandInIsToldToo() {
        council.within(() -> fixture.standIns.name(
                UUID.randomUUID(),
                fixture.ben,
                "cal@demo.example",
                fixture.standIns.today(),
                fixture.standIns.today()));
        fixture.waiting(subject());
        tellAll();
        council.owner().sql("delete from council_aldermere.approvals_stand_in").update();

        assertThat(told("approvals.asked")).contains("cal@demo.example");
    }

    @Test
    void whatWaitsSinceTheDayBeforeIsRememberedOncePerWorkingDay() {
        fixture.waiting(subject());
        council.setNow(MONDAY);
        council.within(reminding::remind);
        council.within(reminding::remind);
        assertThat(told("approvals.waiting")).containsExactly("bea@demo.example", "ben@demo.example");
        assertThat(post.waiting()).allSatisfy(email -> fillsEveryBlankOf(new LetterKinds().requestsThatWait(), email));
        assertThat(post.waiting().getFirst().text()).contains("One thing waits");

        post.empty();
        council.setNow(MONDAY.plus(Duration.ofDays(1)));
        council.within(reminding::remind);
        assertThat(told("approvals.waiting")).hasSize(2);
    }

    @Test
    void nobodyIsRemindedOnASaturdayAtNightOrOfWhatIsNewToday() {
        fixture.waiting(subject());
        council.within(reminding::remind);
        council.setNow(TestCouncil.FRIDAY.plus(Duration.ofDays(1)));
        council.within(reminding::remind);
        council.setNow(MONDAY.minus(Duration.ofMinutes(10)));
        council.within(reminding::remind);
        council.setNow(MONDAY.plus(Duration.ofHours(10)));
        council.within(reminding::remind);

        assertThat(post.waiting()).isEmpty();
    }

    @Test
    void twoInstancesRemindOnce() throws Exception {
        fixture.waiting(subject());
        council.setNow(MONDAY);
        Callable<Boolean> remind = () -> {
            council.within(reminding::remind);
            return true;
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done : both.invokeAll(List.of(remind, remind))) {
                done.get();
            }
        }

        assertThat(told("approvals.waiting")).containsExactly("bea@demo.example", "ben@demo.example");
    }

    @Test
    void whoeverHasLeftIsToldNothing() {
        var gone = PeopleFixture.add(council, "Gil", Role.INCOME_OFFICER);
        var id = fixture.waiting(subject(), gone);
        tellAll();
        post.empty();
        PeopleFixture.leaves(council, gone);
        council.within(() -> fixture.approvals.decline(id, fixture.ben, "Gone"));
        tellAll();

        assertThat(post.waiting()).isEmpty();
    }
}
