package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.ApprovalId;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.Import;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.MovedOn;
import localgov.ims.imports.Outcome;
import localgov.ims.imports.Received;
import localgov.ims.imports.Reversed;
import localgov.ims.imports.Reversing;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.JournalId;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.Laws;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// A posted file is taken back whole, once, by two people, or not at all.
@WithCouncil
class FilesTakenBackTest {
    private static int files = 830_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Reversing reversing;

    @Autowired
    Approvals approvals;

    @Autowired
    Suspense suspense;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    List<GivingBack> otherWays;

    @BeforeEach
    void aCouncil() {
        mvc.get().uri("/office").with(SignedInAs.finance()).exchange();
        mvc.get().uri("/office").with(SignedInAs.approver()).exchange();
        within(() -> {
            demo.load();
            try {
                var holders = "fund,number\n23,771234561\n".getBytes(StandardCharsets.UTF_8);
                return accounts.load(new ByteArrayInputStream(holders), "text/csv", "finance@demo.example");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterEach
    void theLawsHold() {
        assertThat(within(() ->
                        laws.all().stream().filter(law -> law.violations() > 0).toList()))
                .isEmpty();
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private Person finance() {
        return within(() -> people.find("finance@demo.example")).orElseThrow();
    }

    private Person approver() {
        return within(() -> people.find("approver@demo.example")).orElseThrow();
    }

    private static BankFile file() {
        return BankFile.ofDay().numbered(Integer.toString(++files));
    }

    private Received handedIn(byte[] bytes) {
        return within(() -> {
            try {
                return imports.receive(new ByteArrayInputStream(bytes), "statement.txt", null, "finance@demo.example");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Import posted(byte[] bytes) {
        var received = handedIn(bytes);
        assertThat(received).isInstanceOf(Received.New.class);
        var file = within(() -> {
            var id = ((Received.New) received).id();
            imports.run(id);
            return imports.find(id).orElseThrow();
        });
        assertThat(file.state()).isEqualTo(ImportState.POSTED);
        return file;
    }

    private Reversed asked(ImportId id) {
        return within(() -> reversing.ask(id, ApprovalId.fresh(), "Sent to us by mistake", finance()));
    }

    private Approval takenBack(ImportId id) {
        var asked = asked(id);
        assertThat(asked).isInstanceOf(Reversed.Waiting.class);
        return approved(((Reversed.Waiting) asked).id());
    }

    private Approval approved(ApprovalId id) {
        return within(() -> approvals.approve(id, approver()));
    }

    private ImportState state(ImportId id) {
        return within(() -> imports.find(id).orElseThrow().state());
    }

    private List<String> balances() {
        return within(() -> db.sql(
                        "select account || ' ' || balance from ledger_balances where balance <> 0 order by account")
                .query(String.class)
                .list());
    }

    private long reversals(ImportId id) {
        return within(() -> db.sql(
                        "select count(*) from ledger_journal where source_kind = 'import-reversal' and source_id = :id")
                .param("id", id.value().toString())
                .query(Long.class)
                .single());
    }

    private long item(ImportId id) {
        return within(() -> db.sql("select min(id) from suspense_items where source_id = :id")
                .param("id", id.value().toString())
                .query(Long.class)
                .single());
    }

    private Allocated placed(long item, long pence) {
        var line = new Allocation.Line("23", "771234561", Money.pence(pence), null);
        return within(() -> suspense.allocate(new Allocation(UUID.randomUUID(), item, List.of(line), null), finance()));
    }

    private static byte[] mixed() {
        return file().credit(files, "C PAYER", "771234561")
                .credit(files + 1, "B OKAFOR", "WHO KNOWS")
                .debit(700, "A BANK", "CHARGES")
                .bytes();
    }

    @Test
    void allOfItGoesBackInOneJournalAndTheSameBytesMayComeAgain() {
        var before = balances();
        var bytes = mixed();
        var file = posted(bytes);
        var with = balances();
        assertThat(with).isNotEqualTo(before);
        assertThat(takenBack(file.id())).isInstanceOf(Approval.Approved.class);
        assertThat(state(file.id())).isEqualTo(ImportState.REVERSED);
        assertThat(balances()).isEqualTo(before);
        assertThat(reversals(file.id())).isOne();
        assertThat(asked(file.id())).isInstanceOf(Reversed.NotPosted.class);

        var again = posted(bytes);
        assertThat(again.again()).contains(file.id());
        assertThat(again.outcome(Outcome.IGNORED).count()).isZero();
        assertThat(balances()).isEqualTo(with);
        assertThat(handedIn(bytes)).isEqualTo(new Received.SeenBefore(again.id()));
    }

    private Document pageFor(String address, Permission... permissions) {
        var reply = mvc.get()
                .uri(address)
                .with(Somebody.who(Limits.NONE, permissions))
                .exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void whoApprovesIsLedToTheFileOnlyIfTheyMaySeeIt() {
        var id = posted(file().credit(files, "C PAYER", "771234561").bytes()).id();
        var request = "/office/approvals/" + ((Reversed.Waiting) asked(id)).id();
        var file = "main a[href=/office/imports/%s]".formatted(id);
        assertThat(pageFor(request, Permission.APPROVE, Permission.SEE_IMPORTS).select(file))
                .isNotEmpty();
        assertThat(pageFor(request, Permission.APPROVE).select(file)).isEmpty();
    }

    @Test
    void whoeverAskedCannotApproveAndNothingMoves() {
        var file = posted(mixed());
        var with = balances();
        var waits = (Reversed.Waiting) asked(file.id());
        assertThat(asked(file.id())).isEqualTo(new Reversed.AskedBefore(waits.id()));
        assertThat(within(() -> approvals.approve(waits.id(), finance()))).isInstanceOf(Approval.SamePerson.class);
        assertThat(balances()).isEqualTo(with);
    }

    @Test
    void whatWasPlacedOutOfSuspenseStandsInTheWayAndIsNamed() {
        var file = posted(mixed());
        var waits = (Reversed.Waiting) asked(file.id());
        assertThat(placed(item(file.id()), 100)).isInstanceOf(Allocated.Done.class);
        var with = balances();
        assertThat(approved(waits.id())).isInstanceOf(Approval.Stale.class);
        assertThat(balances()).isEqualTo(with);
        assertThat(state(file.id())).isEqualTo(ImportState.POSTED);
        assertThat(asked(file.id()))
                .isEqualTo(new Reversed.MovedAway(List.of(new MovedOn.Line(2, MovedOn.How.PLACED))));
    }

    @Test
    void whatIsKeptForARefundStandsInTheWay() {
        var file = posted(mixed());
        long journal = within(() -> db.sql("select id from ledger_journal where source_id = :id")
                .param("id", file.id().value().toString())
                .query(Long.class)
                .single());
        Boolean aside = within(() -> transactions.execute(
                _ -> otherWays.stream().allMatch(way -> way.standsAside(new JournalId(journal), List.of(1)))));
        assertThat(aside).isTrue();
        assertThat(asked(file.id()))
                .isEqualTo(new Reversed.MovedAway(List.of(new MovedOn.Line(1, MovedOn.How.RETURNED))));
    }

    @Test
    void afterwardsNothingOfItCanBePlaced() {
        var file = posted(mixed());
        var item = item(file.id());
        assertThat(takenBack(file.id())).isInstanceOf(Approval.Approved.class);
        assertThat(placed(item, 100)).isNotInstanceOf(Allocated.Done.class);
    }

    @Test
    void aFileWhoseLinesALaterOneLeftAloneWaitsForThatOne() {
        var first = posted(file().credit(files, "TWICE", "771234561").bytes());
        int pence = files;
        var second = posted(file().credit(pence, "TWICE", "771234561")
                .credit(5, "NEW", "771234561")
                .bytes());
        assertThat(second.outcome(Outcome.IGNORED).count()).isOne();
        assertThat(asked(first.id()))
                .isEqualTo(new Reversed.MovedAway(List.of(new MovedOn.Line(1, MovedOn.How.SEEN_AGAIN))));
        assertThat(takenBack(second.id())).isInstanceOf(Approval.Approved.class);
        assertThat(takenBack(first.id())).isInstanceOf(Approval.Approved.class);
    }

    private static byte[] tenPounds(int opening) {
        return """
                :20:TWINS%d
                :25:56005512345678
                :28C:%d/1
                :60F:C261006GBP%d,00
                :61:2610071007C10,00NTRFNONREF
                :86:771234561
                :62F:C261007GBP%d,00
                """.formatted(++files, files, opening, opening + 10).getBytes(StandardCharsets.UTF_8);
    }

    /// The other's equal line stays another one, also when the first comes anew.
    @Test
    void ofTwoStatementsThatFollowEachOtherOneIsTakenBackAndComesAgain() throws Exception {
        var morning = tenPounds(100);
        var first = posted(morning);
        var second = posted(tenPounds(110));
        var with = balances();
        assertThat(second.outcome(Outcome.IGNORED).count()).isZero();
        var path = "/office/imports/" + second.id();
        assertThat(page(path).text())
                .contains("From £110.00 to £120.00. Lines: 1. Of these, not in an earlier file: 1");
        assertThat(page(path + "?lang=cy").text()).contains("O £110.00 i £120.00. Llinellau: 1.");
        assertThat(page(path + "/lines/1").text()).contains("so the balances count both lines: both are real.");
        assertThat(page(path + "/lines/1?lang=cy").text()).contains("mae’r balansau’n cyfrif y ddwy linell");

        assertThat(takenBack(first.id())).isInstanceOf(Approval.Approved.class);
        assertThat(balances()).isNotEqualTo(with);
        var again = posted(morning);

        assertThat(again.outcome(Outcome.IGNORED).count()).isZero();
        assertThat(balances()).isEqualTo(with);
    }

    @Test
    void ofPlacingAndTakingBackAtOnceOneWins() throws Exception {
        for (int round = 0; round < 6; round++) {
            var file = posted(mixed());
            var item = item(file.id());
            var waits = (Reversed.Waiting) asked(file.id());
            Callable<Boolean> back = () -> approved(waits.id()) instanceof Approval.Approved;
            Callable<Boolean> place = () -> placed(item, 100) instanceof Allocated.Done;
            try (var two = Executors.newFixedThreadPool(2)) {
                var done = two.invokeAll(round % 2 == 0 ? List.of(back, place) : List.of(place, back));
                assertThat(done.get(0).resultNow() ^ done.get(1).resultNow()).isTrue();
            }
            assertThat(reversals(file.id())).isEqualTo(state(file.id()) == ImportState.REVERSED ? 1 : 0);
        }
    }

    @Test
    void ofManyWhoApproveAtOnceOneTakesItBack() throws Exception {
        var file = posted(mixed());
        var waits = (Reversed.Waiting) asked(file.id());
        Callable<Boolean> back = () -> approved(waits.id()) instanceof Approval.Approved;
        try (var callers = Executors.newFixedThreadPool(4)) {
            assertThat(callers.invokeAll(List.of(back, back, back, back)).stream()
                            .map(Future::resultNow))
                    .containsOnlyOnce(true);
        }
        assertThat(reversals(file.id())).isOne();
    }

    @Test
    void whatIsBrokenOffInTheMiddleLeavesNothingBehind() {
        var file = posted(mixed());
        var with = balances();
        var waits = (Reversed.Waiting) asked(file.id());
        within(() -> transactions.execute(status -> {
            assertThat(approvals.approve(waits.id(), approver())).isInstanceOf(Approval.Approved.class);
            status.setRollbackOnly();
            return true;
        }));
        assertThat(balances()).isEqualTo(with);
        assertThat(state(file.id())).isEqualTo(ImportState.POSTED);
        assertThat(approved(waits.id())).isInstanceOf(Approval.Approved.class);
        assertThat(reversals(file.id())).isOne();
    }

    @Test
    void aLongFileIsTakenBackAsAWhole() {
        var longest = file();
        for (int line = 0; line < 20_000; line++) {
            longest.credit(10_000 + line, "PAYER " + line % 50, line % 3 == 0 ? "NOBODY" : "771234561");
        }
        var before = balances();
        var file = posted(longest.bytes());
        assertThat(takenBack(file.id())).isInstanceOf(Approval.Approved.class);
        assertThat(balances()).isEqualTo(before);
    }

    @Test
    void thePageAsksForAReasonOrSaysWhatStandsInTheWay() throws Exception {
        var file = posted(mixed());
        var path = "/office/imports/" + file.id();
        assertThat(page(path).select("a[href$=/reverse]")).hasSize(1);
        var form = page(path + "/reverse");
        assertThat(form.select("h1")).hasSize(1);
        assertThat(form.select("label[for=reason]").text()).isEqualTo("Reason");
        var reply = mvc.post()
                .uri(path + "/reverse")
                .param("reason", "By mistake")
                .param("key", form.select("input[name=key]").attr("value"))
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(reply).hasStatus(303);
        assertThat(page(path).text()).contains("asked on", "that it be taken back");
        assertThat(placed(item(file.id()), 100)).isInstanceOf(Allocated.Done.class);
        var stopped = page(path + "/reverse");
        assertThat(stopped.select("form[action$=/reverse]")).isEmpty();
        assertThat(stopped.text()).contains("Amount 2 was placed out of suspense");
        assertThat(page(path + "/reverse?lang=cy").text()).contains("Gosodwyd swm 2");
        assertThat(mvc.get().uri(path + "/reverse").with(SignedInAs.auditor()).exchange())
                .hasStatus(403);
    }

    private Document page(String address) throws Exception {
        var reply = mvc.get().uri(address).with(SignedInAs.finance()).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }
}
