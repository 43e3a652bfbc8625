package localgov.ims.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.imports.ImportId;
import localgov.ims.imports.ImportState;
import localgov.ims.imports.Imports;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Laws;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A statement of an account that the council has not declared is nobody's money until somebody has said whose.
@WithCouncil
class WrongAccountTest {
    private static final String OURS = "56005512345678";
    private static int files = 500_000;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Imports imports;

    @Autowired
    Settings settings;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void aCouncilThatTakesNoOtherAccounts() {
        within(() -> {
            demo.load();
            change("other", "open", "no");
            return change("other", "also", "NEVER-SEEN");
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

    private boolean change(String code, String column, String answer) {
        var accounts = settings.type("bank-accounts").orElseThrow();
        var entry = settings.get(accounts, code).orElseThrow();
        var answers = new HashMap<>(entry.values());
        answers.put(column, answer);
        return settings.change(accounts, code, entry.version(), answers, "system") instanceof Saved.Done;
    }

    private void declare(String code, String sortCode, String number) {
        var accounts = settings.type("bank-accounts").orElseThrow();
        var answers = Map.of("code", code, "name", "Payroll", "sort_code", sortCode, "number", number, "open", "yes");
        assertThat(within(() -> settings.add(accounts, answers, "system"))).isInstanceOf(Saved.Done.class);
    }

    private static BankFile file(String account) {
        return BankFile.ofDay().numbered(Integer.toString(++files)).ofAccount(account);
    }

    private ImportId handedIn(BankFile file) {
        var reply = mvc.post()
                .uri("/office/imports")
                .multipart()
                .file(new MockMultipartFile("file", "statement.txt", "text/plain", file.bytes()))
                .with(SignedInAs.finance())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(reply).hasStatus(303);
        var address = String.valueOf(reply.getResponse().getRedirectedUrl());
        return ImportId.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private ImportState read(ImportId id) {
        return within(() -> {
            imports.run(id);
            return imports.find(id).orElseThrow().state();
        });
    }

    private Document page(ImportId id) throws Exception {
        return Jsoup.parse(mvc.get()
                .uri("/office/imports/" + id)
                .with(SignedInAs.finance())
                .exchange()
                .getResponse()
                .getContentAsString());
    }

    private int again(ImportId id, org.springframework.test.web.servlet.request.RequestPostProcessor who) {
        return mvc.post()
                .uri("/office/imports/%s/again".formatted(id))
                .with(who)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private List<String> posted(ImportId id) {
        return within(() -> db.sql("""
                select from_account || ' ' || pence
                  from ledger_postings
                 where source_kind = 'import'
                   and source_id = :id
                 order by line
                """)
                .param("id", id.value().toString())
                .query(String.class)
                .list());
    }

    @Test
    void aStatementOfAnotherAccountIsHeldExplainedAndReadAgainOnceItIsDeclared() throws Exception {
        var id = handedIn(file("20123487654321").credit(4_200, "A PAYER", "771234561"));
        assertThat(read(id)).isEqualTo(ImportState.HELD);
        assertThat(posted(id)).isEmpty();
        var held = page(id);
        assertThat(held.select("#checks ~ *").text())
                .contains("Bank account", "ends in 4321", "none of the council’s bank accounts: main");
        assertThat(held.text()).doesNotContain("20123487654321");
        assertThat(held.select("form[action$=again] button").text()).isEqualTo("Read it again");

        declare("payroll", "20-12-34", "87654321");
        assertThat(again(id, SignedInAs.auditor())).isEqualTo(403);
        assertThat(again(id, SignedInAs.finance())).isEqualTo(303);
        assertThat(read(id)).isEqualTo(ImportState.POSTED);
        assertThat(posted(id)).containsExactly("bank:payroll 4200");
        assertThat(page(id).select("form[action$=again]")).isEmpty();
        assertThat(again(id, SignedInAs.finance())).isEqualTo(303);
        assertThat(posted(id)).hasSize(1);
    }

    @Test
    void ourOwnStatementIsPostedToTheAccountThatItIsAbout() {
        var id = handedIn(file(OURS).credit(4_300, "A PAYER", "771234561"));
        assertThat(read(id)).isEqualTo(ImportState.POSTED);
        assertThat(posted(id)).containsExactly("bank:main 4300");
    }

    @Test
    void aFileOfTwoAccountsOfWhichOneIsNotOursIsHeldAsAWhole() {
        var id = handedIn(file(OURS)
                .credit(4_400, "A PAYER", "771234561")
                .ofAccount("20999900001111")
                .credit(4_500, "B PAYER", "771234561"));
        assertThat(read(id)).isEqualTo(ImportState.HELD);
        assertThat(posted(id)).isEmpty();
    }

    @Test
    void anAccountThatTakesNoStatementsAnyMoreHoldsThemToo() {
        declare("closing", "20-55-55", "55555555");
        within(() -> change("closing", "open", "no"));
        var id = handedIn(file("20555555555555").credit(4_600, "A PAYER", "771234561"));
        assertThat(read(id)).isEqualTo(ImportState.HELD);
    }

    @Test
    void whereAnyAccountMayBeTriedOutEachHasAPotOfItsOwn() {
        within(() -> {
            change("other", "open", "yes");
            return change("other", "also", "*");
        });
        var one = handedIn(file("20777777771111").credit(4_700, "A PAYER", "771234561"));
        var two = handedIn(file("20777777772222").credit(4_700, "A PAYER", "771234561"));
        assertThat(read(one)).isEqualTo(ImportState.POSTED);
        assertThat(read(two)).isEqualTo(ImportState.POSTED);
        assertThat(posted(one)).containsExactly("bank:other…1111 4700");
        assertThat(posted(two)).containsExactly("bank:other…2222 4700");
    }
}
