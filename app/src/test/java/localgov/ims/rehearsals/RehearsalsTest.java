package localgov.ims.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.DemoAccounts;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Request;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.councils.Jobs;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.imports.Received;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.Held;
import localgov.ims.people.Limits;
import localgov.ims.people.People;
import localgov.ims.people.Permission;
import localgov.ims.people.Person;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.receipts.BankFile;
import localgov.ims.receipts.Rehearsing;
import localgov.ims.rules.Rules;
import localgov.ims.settings.Applied;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import localgov.ims.settings.SettingsFiles;
import localgov.ims.settings.Wished;
import localgov.ims.suspense.Allocated;
import localgov.ims.suspense.Allocation;
import localgov.ims.suspense.Suspense;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;

/// A rule is tried on what came in, and whoever approves it sees what it would have gained and harmed.
@WithCouncil
class RehearsalsTest {
    private static final String OURS = "56005512345678";
    private static int files = 810_000;

    @Autowired
    WordBook book;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Suspense suspense;

    @Autowired
    Settings settings;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    RehearsalStore store;

    @Autowired
    ProposalStore proposals;

    @Autowired
    Approvals approvals;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    DemoAccounts demoAccounts;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @Autowired
    Rules rules;

    @Autowired
    Rehearsing rehearsing;

    @Autowired
    PastStore past;

    @Autowired
    SettingsFiles settingsFiles;

    @Autowired
    InstantSource clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            demoAccounts.load(5);
            demoPeople.load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    private void bringIn(BankFile file) {
        bringIn(file.bytes(), "a.txt");
    }

    private void bringIn(byte[] bytes, String name) {
        within(() -> {
            try {
                var received = imports.receive(new ByteArrayInputStream(bytes), name, null, "ann@aldermere.example");
                var id = ((Received.New) received).id();
                imports.run(id);
                assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.POSTED);
                return id;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static BankFile file() {
        return BankFile.ofDay().numbered(Integer.toString(++files)).ofAccount(OURS);
    }

    private Person person(String email) {
        return within(() -> people.find(email)).orElseThrow();
    }

    /// Somebody places what stands in suspense with this amount.
    private void place(long pence, String fund, String account) {
        var item = within(() -> db.sql("select id from suspense_items where pence = :pence and remaining > 0")
                .param("pence", pence)
                .query(Long.class)
                .single());
        var line = new Allocation.Line(fund, account, Money.pence(pence), null);
        assertThat(within(() -> suspense.allocate(
                        new Allocation(UUID.randomUUID(), item, List.of(line), null), person("finance@demo.example"))))
                .isInstanceOf(Allocated.Done.class);
    }

    private static Map<String, String> rule(String code, String condition) {
        return new HashMap<>(Map.of(
                "code", code,
                "name", "Rule " + code,
                "position", "500",
                "condition", condition,
                "action", "PLACE",
                "fund", "23",
                "account_from", "FIXED",
                "account", "774952620",
                "goes_first", "no"));
    }

    private static List<Wished> wished(Map<String, String> answers) {
        return List.of(new Wished(answers, true));
    }

    private String examples(Map<String, String> answers, Judged judged) {
        var words = book.in(Language.ENGLISH);
        return found(answers, judged).examples().stream()
                .map(one -> one.in(words))
                .collect(Collectors.joining("\n"));
    }

    private RehearsalStore.Found found(Map<String, String> answers, Judged judged) {
        return within(() -> store.found(rehearsals.print(wished(answers))).get(judged));
    }

    @Test
    void aRuleIsJudgedByWhatPeopleAndReferencesSaid() {
        bringIn(file().credit(601_01, "ALPHA AGENCY", "MONTHLY")
                .credit(601_02, "ALPHA AGENCY", "MONTHLY")
                .credit(601_03, "ALPHA AGENCY", "MONTHLY")
                .credit(601_04, "ALPHA AGENCY", "BJ99518409")
                .credit(601_05, "ALPHA AGENCY", "774952620")
                .credit(601_06, "BETA AGENCY", "MONTHLY"));
        place(601_01, "23", "774952620");
        place(601_02, "11", "BJ99518409");
        var answers = rule("alpha", "payer starts \"ALPHA\"");
        var before = within(() ->
                db.sql("select count(*) from ledger_postings").query(Long.class).single());

        assertThat(within(() -> rehearsals.rehearse(wished(answers)))).isTrue();

        assertThat(found(answers, Judged.GAINED))
                .returns(1L, RehearsalStore.Found::lines)
                .returns(601_01L, RehearsalStore.Found::pence);
        assertThat(found(answers, Judged.HARMED))
                .returns(2L, RehearsalStore.Found::lines)
                .returns(1_202_06L, RehearsalStore.Found::pence);
        assertThat(examples(answers, Judged.HARMED))
                .contains("11 BJ99518409 → 23 774952620")
                .contains("11 BJ99518409 → In suspense");
        assertThat(found(answers, Judged.SAME)).returns(1L, RehearsalStore.Found::lines);
        assertThat(found(answers, Judged.UNJUDGED))
                .returns(1L, RehearsalStore.Found::lines)
                .returns(601_03L, RehearsalStore.Found::pence);
        assertThat(within(() -> db.sql("select count(*) from ledger_postings")
                        .query(Long.class)
                        .single()))
                .as("nothing is posted")
                .isEqualTo(before);
        assertThat(within(() -> rehearsals.rehearse(wished(answers))))
                .as("the same again")
                .isFalse();
        var renamed = new HashMap<>(answers);
        renamed.put("name", "Another name");
        assertThat(within(() -> rehearsals.rehearse(wished(renamed)))).isFalse();
    }

    @Test
    void whoeverApprovesARuleSeesWhatItWouldHaveDone() {
        bringIn(file().credit(602_01, "GAMMA AGENCY", "MONTHLY").credit(602_02, "GAMMA AGENCY", "BJ99518409"));
        var answers = rule("gamma", "payer starts \"GAMMA\"");
        var type = type();
        assertThat(within(() -> settings.add(type, answers, person("admin@demo.example"))))
                .isInstanceOf(Saved.Waiting.class);
        var request = within(() -> settings.waiting(type, "gamma")).getFirst();
        assertThat(page("/office/approvals/" + request.id(), SignedInAs.approver())
                        .text())
                .contains("on which this rule has not been tried yet");
        within(() -> {
            rehearsals.tryWaiting();
            return true;
        });
        var shown =
                page("/office/approvals/" + request.id(), SignedInAs.approver()).text();
        assertThat(shown)
                .contains("on which this rule was tried")
                .doesNotContain("has not been tried yet")
                .contains("would not have gone where their reference or people placed them (£602.02)")
                .contains("nobody has said yet what they are for (£602.01)");
        assertThat(page("/office/rules/tried", SignedInAs.auditor()).text())
                .contains("gamma")
                .contains("Tried on");
        assertThat(within(() -> approvals.approve(request.id(), person("approver@demo.example"))))
                .isInstanceOf(Approval.Approved.class);
    }

    @Test
    void whatARuleHasDecidedAndWouldLeaveIsHarmToo() {
        var type = type();
        var answers = rule("zeta", "payer starts \"ZETA\"");
        within(() -> settings.add(type, answers, person("admin@demo.example")));
        var request = within(() -> settings.waiting(type, "zeta")).getFirst();
        within(() -> approvals.approve(request.id(), person("approver@demo.example")));
        bringIn(file().credit(605_01, "ZETA AGENCY", "MONTHLY").credit(605_02, "ZETA HOMES", "MONTHLY"));

        var narrower = new HashMap<>(answers);
        narrower.put("condition", "payer starts \"ZETA HOMES\"");
        within(() -> rehearsals.rehearse(wished(narrower)));
        assertThat(found(narrower, Judged.SAME)).returns(1L, RehearsalStore.Found::lines);
        assertThat(found(narrower, Judged.LEFT))
                .returns(1L, RehearsalStore.Found::lines)
                .returns(605_01L, RehearsalStore.Found::pence)
                .returns(1, one -> one.examples().size());
        assertThat(examples(narrower, Judged.LEFT)).contains("23 774952620 → No rule");
    }

    /// Two people agree to it.
    private void inUse(Map<String, String> answers) {
        var type = type();
        assertThat(within(() -> settings.add(type, answers, person("admin@demo.example"))))
                .isInstanceOf(Saved.Waiting.class);
        var request = within(() -> settings.waiting(type, answers.get("code"))).getFirst();
        assertThat(within(() -> approvals.approve(request.id(), person("approver@demo.example"))))
                .isInstanceOf(Approval.Approved.class);
    }

    private static byte[] batch(String amount) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>M%1$s</MsgId><CreDtTm>2026-11-20T05:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>S%1$s</Id><CreDtTm>2026-11-20T05:00:00</CreDtTm>
                <Acct><Id><Othr><Id>%2$s</Id></Othr></Id><Ccy>GBP</Ccy></Acct>
                <Ntry><Amt Ccy="GBP">%1$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-18</Dt></BookgDt>
                <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls>
                <TxDtls><RmtInf><Ustrd>KAPPA</Ustrd></RmtInf></TxDtls><TxDtls><RmtInf><Ustrd>KAPPA</Ustrd></RmtInf></TxDtls>
                </NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(amount, OURS).getBytes(StandardCharsets.UTF_8);
    }

    /// Once a rule has decided it, its reason no longer says so.
    @Test
    void whatWasSeveralPaymentsInOneIsTriedAsSuch() {
        inUse(settling("kappa", "amount is \"606.01\""));
        bringIn(batch("606.01"), "batch.xml");

        var placing = rule("kappa", "amount is \"606.01\"");
        within(() -> rehearsals.rehearse(wished(placing)));
        assertThat(found(placing, Judged.LEFT)).returns(1L, RehearsalStore.Found::lines);
        assertThat(found(placing, Judged.OTHERWISE)).returns(0L, RehearsalStore.Found::lines);
    }

    private static Map<String, String> settling(String code, String condition) {
        var answers = rule(code, condition);
        answers.keySet().removeAll(List.of("fund", "account_from", "account"));
        answers.putAll(Map.of("action", "SETTLE", "method", "card"));
        return answers;
    }

    @Test
    void aLineIsTriedWithTheFundThatItsFileStated() {
        var row = "R1,I1,PSP-1,TH,20/11/2026,20/11/2026,NO NUMBER,0,%s,paypoint,%s,N0,0,0.00,Paid%n";
        var text = row.formatted("23", "607.01") + row.formatted("24", "607.02");
        bringIn(text.getBytes(StandardCharsets.UTF_8), "fifteen-tried.csv");

        var answers = rule("lambda", "amount one-of \"607.01\" \"607.02\"");
        within(() -> rehearsals.rehearse(wished(answers)));
        assertThat(found(answers, Judged.UNJUDGED))
                .returns(1L, RehearsalStore.Found::lines)
                .returns(607_01L, RehearsalStore.Found::pence);
        assertThat(found(answers, Judged.REWRITTEN))
                .as("it stays in suspense, for another reason")
                .returns(1L, RehearsalStore.Found::lines)
                .returns(607_02L, RehearsalStore.Found::pence);
    }

    @Test
    void anotherMethodOrNarrativeInTheSameAccountIsNotTheSame() {
        var mu = rule("mu", "payer starts \"MU \"");
        inUse(mu);
        bringIn(file().credit(608_01, "MU AGENCY", "MONTHLY"));

        within(() -> rehearsals.rehearse(wished(mu)));
        assertThat(found(mu, Judged.SAME)).returns(1L, RehearsalStore.Found::lines);
        for (var change : Map.of("method", "cheque", "narrative", "Monthly from the agency")
                .entrySet()) {
            var marked = new HashMap<>(mu);
            marked.put(change.getKey(), change.getValue());
            within(() -> rehearsals.rehearse(wished(marked)));
            assertThat(found(marked, Judged.REWRITTEN)).returns(1L, RehearsalStore.Found::lines);
            assertThat(found(marked, Judged.SAME)).returns(0L, RehearsalStore.Found::lines);
        }
    }

    @Test
    void whatARuleNoLongerSaysOfALineIsNotTheSame() {
        var nu = rule("nu", "payer starts \"NU \"");
        nu.put("narrative", "From the agency");
        inUse(nu);
        bringIn(file().credit(609_01, "NU AGENCY", "MONTHLY"));

        var plain = new HashMap<>(nu);
        plain.remove("narrative");
        within(() -> rehearsals.rehearse(wished(plain)));
        assertThat(found(plain, Judged.REWRITTEN)).returns(1L, RehearsalStore.Found::lines);
    }

    @Test
    void anotherClearingAccountIsNotTheSame() {
        var xi = settling("xi", "payer starts \"XI \"");
        inUse(xi);
        bringIn(file().credit(610_01, "XI PAYOUT", "DAILY"));

        within(() -> rehearsals.rehearse(wished(xi)));
        assertThat(found(xi, Judged.SAME)).returns(1L, RehearsalStore.Found::lines);
        var cash = new HashMap<>(xi);
        cash.put("method", "cash");
        within(() -> rehearsals.rehearse(wished(cash)));
        assertThat(found(cash, Judged.SAME)).returns(0L, RehearsalStore.Found::lines);
        assertThat(found(cash, Judged.OTHERWISE))
                .returns(1L, RehearsalStore.Found::lines)
                .returns(610_01L, RehearsalStore.Found::pence);
    }

    @Test
    void whatWasFoundIsStaleOnceAnotherRuleOrTheDayIsAnother() {
        var answers = rule("omicron", "payer starts \"OMICRON\"");
        assertThat(within(() -> rehearsals.rehearse(wished(answers)))).isTrue();
        assertThat(within(() -> rehearsals.of(wished(answers)))).isPresent();

        inUse(rule("pi", "payer starts \"PI \""));
        assertThat(within(() -> rehearsals.of(wished(answers)))).isEmpty();
        assertThat(within(() -> rehearsals.rehearse(wished(answers)))).isTrue();

        InstantSource tomorrow = () -> clock.instant().plus(Duration.ofDays(1));
        var later = new Rehearsals(settings, rules, rehearsing, past, store, tomorrow, transactions, jobs);
        assertThat(within(() -> later.of(wished(answers)))).isEmpty();
        assertThat(within(() -> later.rehearse(wished(answers)))).isTrue();
    }

    private Request onlyWaiting() {
        return within(() -> settings.waiting(type())).getFirst();
    }

    private ReferenceData type() {
        return settings.type("recognition-rules").orElseThrow();
    }

    private String approvalPage(Request request) {
        return page("/office/approvals/" + request.id(), SignedInAs.approver()).text();
    }

    private void tryWaiting() {
        within(() -> {
            rehearsals.tryWaiting();
            return true;
        });
    }

    @Test
    void rulesOfAFileAreTriedTogetherBeforeTheyAreApproved() {
        bringIn(file().credit(611_01, "RHO AGENCY", "MONTHLY").credit(611_02, "RHO HOMES", "MONTHLY"));
        var csv = """
                code,name,position,condition,action,fund,account_from,account,goes_first
                rho-homes,Homes,40,"payer is ""RHO HOMES"" ",PLACE,23,FIXED,774952620,no
                rho,Agency,50,"payer starts ""RHO"" ",PLACE,23,FIXED,774952620,no
                """;
        within(() -> {
            var preview = settingsFiles.preview(type(), csv, "ann@aldermere.example");
            assertThat(preview.problems()).isEmpty();
            assertThat(settingsFiles.apply(type(), csv, preview.state(), person("admin@demo.example")))
                    .isInstanceOf(Applied.Waiting.class);
            return true;
        });
        var request = onlyWaiting();
        assertThat(approvalPage(request)).contains("has not been tried yet");
        tryWaiting();
        assertThat(approvalPage(request))
                .contains("on which this rule was tried")
                .contains("What is done: Post it to a fund", "“RHO AGENCY MONTHLY”: In suspense")
                .contains("nobody has said yet what they are for (£1,222.03)");
        assertThat(within(() -> approvals.approve(request.id(), person("approver@demo.example"))))
                .isInstanceOf(Approval.Approved.class);
    }

    @Test
    void allRulesTogetherAreOfALimitedSize() {
        var large = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            large.add("text matches \"\"X%02d[A-Z ]{350}\"\"".formatted(i));
        }
        var condition = String.join(" or ", large);
        var rows = new StringBuilder("code,name,position,condition,action,reason,goes_first\n");
        for (int i = 0; i < 20; i++) {
            rows.append("large-%d,Large,%d,\"%s \",SUSPEND,Look,no%n".formatted(i, 1_000 + i, condition));
        }
        var problems = within(() -> settingsFiles
                .preview(type(), rows.toString(), "ann@aldermere.example")
                .problems());
        assertThat(problems).isNotEmpty().hasSizeLessThan(20);
        assertThat(problems.getFirst().toString()).contains("All rules together would be too large");
    }

    @Test
    void aRuleThatIsRetiredOrBroughtBackIsTriedToo() {
        var sigma = rule("sigma", "payer starts \"SIGMA\"");
        inUse(sigma);
        bringIn(file().credit(612_01, "SIGMA AGENCY", "MONTHLY"));
        assertThat(within(() -> settings.retire(type(), "sigma", 1, person("admin@demo.example"))))
                .isInstanceOf(Saved.Waiting.class);
        var retiring = onlyWaiting();
        tryWaiting();
        assertThat(approvalPage(retiring)).contains("has decided and would decide no longer (£612.01)");
        within(() -> approvals.approve(retiring.id(), person("approver@demo.example")));

        bringIn(file().credit(612_02, "SIGMA HOMES", "MONTHLY"));
        long version = within(() -> settings.get(type(), "sigma").orElseThrow().version());
        assertThat(within(() -> settings.restore(type(), "sigma", version, person("admin@demo.example"))))
                .isInstanceOf(Saved.Waiting.class);
        var restoring = onlyWaiting();
        assertThat(approvalPage(restoring)).contains("has not been tried yet");
        tryWaiting();
        assertThat(approvalPage(restoring))
                .contains("would have decided as they were (£612.01)")
                .contains("nobody has said yet what they are for (£612.02)");
        within(() -> approvals.approve(restoring.id(), person("approver@demo.example")));
    }

    @Test
    void whatPayersWroteIsForgottenOnceTheCouncilKeepsItNoLonger() {
        var answers = rule("tau", "payer starts \"TAU\"");
        bringIn(file().credit(613_01, "TAU AGENCY", "MONTHLY"));
        within(() -> rehearsals.rehearse(wished(answers)));
        InstantSource elevenMonths =
                () -> clock.instant().atZone(London.ZONE).plusMonths(11).toInstant();
        InstantSource aYear = () ->
                clock.instant().atZone(London.ZONE).plusMonths(12).plusDays(1).toInstant();
        forget(elevenMonths);
        assertThat(found(answers, Judged.UNJUDGED).examples()).hasSize(1);
        forget(aYear);
        assertThat(found(answers, Judged.UNJUDGED))
                .returns(1L, RehearsalStore.Found::lines)
                .returns(List.of(), RehearsalStore.Found::examples);
    }

    private void forget(InstantSource when) {
        within(() -> {
            new Forgetting(settings, store, when, jobs).forget();
            return true;
        });
    }

    @Test
    void aRuleIsTriedOnTypedTextsAsAFileWouldBeTaken() {
        inUse(rule("upsilon", "text contains \"UPSILON HOMES\""));
        var answers = rule("upsilon-agency", "text contains \"UPSILON\"");
        answers.put("position", "600");
        var typed = "UPSILON AGENCY\nUPSILON BJ99518409\nUPSILON HOMES\nSOMETHING ELSE\nUPSILON | TEN";
        var page = page("/office/settings/recognition-rules/add", SignedInAs.admin());
        var asked = mvc.post()
                .uri(page.expectFirst("button[formaction]").attr("formaction"))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("try-samples", typed);
        answers.forEach(asked::param);
        var reply = asked.exchange();
        assertThat(reply).hasStatusOk();
        var says = Jsoup.parse(text(reply)).select("[data-try-samples] > li").eachText();
        assertThat(says).hasSize(5);
        assertThat(says.get(0)).contains("would post this line to Council tax, account 774952620");
        assertThat(says.get(1)).contains("into suspense").contains("its reference belongs elsewhere");
        assertThat(says.get(2)).contains("rule upsilon stands before it");
        assertThat(says.get(3)).contains("would leave this line alone");
        assertThat(says.get(4)).contains("Write the amount like 120.00");
    }

    @Test
    void whatPeopleAlwaysPlaceAlikeIsProposed() {
        var file = file().paidFrom("40112298765432");
        for (int i = 1; i <= 3; i++) {
            file.credit(603_00 + i, "DELTA AGENCY", "MONTHLY");
        }
        bringIn(file);
        for (int i = 1; i <= 3; i++) {
            place(603_00 + i, "23", "774952620");
        }
        var day = java.time.LocalDate.of(2026, 11, 1);
        var proposal = new Proposal("payer-account", "40112298765432", "23", "774952620", 3, 3, 3);
        assertThat(within(() -> proposals.between(day, day.plusMonths(6), 3))).contains(proposal);
        assertThat(within(() -> proposals.between(day, day.plusMonths(6), 4))).doesNotContain(proposal);
        var page = page("/office/rules/proposed", SignedInAs.admin());
        assertThat(page.text())
                .contains(
                        "If the payer’s bank account is “40112298765432”, then post it to Council tax, account 774952620.")
                .contains("Right 3 of 3");
        assertThat(page.select("main form input[name=condition]").eachAttr("value"))
                .contains("payer-account is \"40112298765432\"");
        assertThat(get("/office/rules/proposed", SignedInAs.auditor())).hasStatus(403);
        assertThat(get("/office/rules/tried", SignedInAs.cashier())).hasStatus(403);
    }

    @Test
    void whatPayersWroteIsShownToWhoeverMaySeeIt() {
        var file = file().paidFrom("40112298765433");
        for (int i = 1; i <= 3; i++) {
            file.credit(604_00 + i, "EPSILON AGENCY", "MONTHLY");
        }
        bringIn(file);
        for (int i = 1; i <= 3; i++) {
            place(604_00 + i, "23", "774952620");
        }
        within(() -> rehearsals.rehearse(wished(rule("epsilon", "payer starts \"EPSILON\""))));
        var settingsAlone = Somebody.who(Limits.NONE, Permission.SEE_SETTINGS);
        var filesToo = Somebody.who(Limits.NONE, Permission.SEE_SETTINGS, Permission.SEE_IMPORTS);
        var suspenseToo =
                Somebody.who(Limits.NONE, Permission.SEE_SETTINGS, Permission.SEE_IMPORTS, Permission.SEE_SUSPENSE);
        assertThat(page("/office/rules/tried", settingsAlone).text())
                .contains("epsilon")
                .doesNotContain("EPSILON AGENCY");
        assertThat(page("/office/rules/tried", filesToo).text()).doesNotContain("EPSILON AGENCY");
        assertThat(page("/office/rules/tried", suspenseToo).text()).contains("EPSILON AGENCY");
        var noFilesOfTheirs = Somebody.who(Limits.NONE, Permission.SEE_SETTINGS, Permission.SEE_SUSPENSE);
        assertThat(page("/office/rules/tried", noFilesOfTheirs).text()).doesNotContain("EPSILON AGENCY");
        var some = Somebody.holding(
                new Held(Set.of(Permission.SEE_SETTINGS, Permission.SEE_IMPORTS), Limits.NONE),
                new Held(Set.of(Permission.SEE_SUSPENSE), Limits.toFunds("23")));
        assertThat(page("/office/rules/tried", some).text()).doesNotContain("EPSILON AGENCY");
        var offered = "main a[href=/office/rules/proposed]";
        assertThat(page("/office/rules/tried", settingsAlone).select(offered)).isEmpty();
        var changing = Somebody.who(Limits.NONE, Permission.SEE_SETTINGS, Permission.CHANGE_SETTINGS);
        assertThat(page("/office/rules/tried", changing).select(offered)).hasSize(1);

        var proposed = "/office/rules/proposed";
        var noSuspense = Somebody.who(Limits.NONE, Permission.CHANGE_SETTINGS, Permission.SEE_IMPORTS);
        var noFiles = Somebody.who(Limits.NONE, Permission.CHANGE_SETTINGS, Permission.SEE_SUSPENSE);
        assertThat(page(proposed, noSuspense).text())
                .contains("You may not see")
                .doesNotContain("40112298765433");
        assertThat(page(proposed, noFiles).text()).contains("You may not see").doesNotContain("40112298765433");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private Document page(String address, RequestPostProcessor who) {
        var reply = get(address, who);
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(text(reply));
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult reply) {
        try {
            return reply.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
