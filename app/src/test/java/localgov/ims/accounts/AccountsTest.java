package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.CouncilWrites;
import localgov.ims.catalogue.DemoCouncil;
import localgov.ims.catalogue.Door;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static DemoCouncil demo;
    static Accounts accounts;

    @BeforeAll
    static void load() {
        demo = DemoCouncil.on(council);
        accounts = AccountsFixture.withHolders(council, demo.catalogue, 50);
    }

    @AfterAll
    static void close() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    static Loaded load(String mediaType, BadRows badRows, byte[] file) {
        return council.within(() -> {
            try {
                return accounts.load(new ByteArrayInputStream(file), mediaType, badRows, null, "ann");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Loaded csv(String file) {
        return load("text/csv", BadRows.REFUSE_FILE, file.getBytes(StandardCharsets.UTF_8));
    }

    static Loaded ndjson(String file) {
        return load("application/x-ndjson; charset=utf-8", BadRows.REFUSE_FILE, file.getBytes(StandardCharsets.UTF_8));
    }

    static Account account(String fund, String number) {
        return council.within(() -> accounts.find(fund, number)).orElseThrow();
    }

    static String problems(Loaded loaded) {
        return loaded.problems().stream()
                .map(problem -> "%d %s: %s"
                        .formatted(
                                problem.line(),
                                problem.column(),
                                problem.problem().english()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void anAccountIsFoundHoweverItsNumberIsTyped() {
        assertThat(account("23", " 774 952-620 ").name()).isEqualTo("Cy Pays");
        assertThat(council.within(() -> accounts.find("24", "774952620"))).isEmpty();
        assertThat(council.within(() -> accounts.find("XX", "774952620"))).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var again = council.within(() -> new DemoAccounts(demo.catalogue, accounts).load(50));
        assertThat(again).isEqualTo(new Loaded(true, 306, 0, 0, 306, 0, List.of()));
    }

    @Test
    void jsonAndCsvBringInTheSameAccount() {
        assertThat(ndjson("""
                {"fund":"25","number":"70000001","name":"Siân O'Neill","address":"1 High Street\\nAldermere","balance":12050,"stopped":true,"stop_message":"Ring us"}
                """)).isEqualTo(new Loaded(true, 1, 1, 0, 0, 0, List.of()));
        assertThat(csv("""
                \uFEFFfund,number,name,address,balance_pounds,stopped,stop_message
                25,70000001,Siân O'Neill,"1 High Street
                Aldermere",120.50,true,Ring us
                25,70000002,Ben,,,,
                """)).isEqualTo(new Loaded(true, 2, 1, 0, 1, 0, List.of()));
        assertThat(account("25", "70000001"))
                .isEqualTo(new Account(
                        "25",
                        "70000001",
                        "Siân O'Neill",
                        "1 High Street\nAldermere",
                        Money.pounds(120, 50),
                        true,
                        "Ring us",
                        ""));
        assertThat(account("25", "70000002").balance()).isNull();
    }

    @Test
    void whatIsNewIsAddedAndWhatIsKnownIsReplaced() {
        csv("fund,number,name,balance\n25,70000011,Ann,100\n25,70000012,Ben,200\n");
        var second = csv("fund,number,name,balance\n25,70000012,Ben,250\n25,70000013,Cy,300\n25,70000013,Cy,300\n");
        assertThat(second).isEqualTo(new Loaded(true, 3, 1, 1, 1, 0, List.of()));
        assertThat(account("25", "70000011").balance()).isEqualTo(Money.pence(100));
        assertThat(account("25", "70000012").balance()).isEqualTo(Money.pence(250));
    }

    @Test
    void everythingThatIsWrongIsSaidWithItsLineColumnAndValue() {
        var loaded = csv("""
                fund,number,name,balance,stopped
                23,771234567,Ann,100,no
                99,771234561,Ann,100,no
                23,771234561,Ann,12.50,perhaps
                23,,Ann,1,no
                23,771234561,Ann,1
                25,70000021,Ann,1,no
                25,70000021,Ben,1,no
                """);
        assertThat(problems(loaded)).isEqualTo("""
                2 number: Council tax account number is not a number we have issued. Check each letter and digit and try again
                3 fund: There is no such fund
                4 balance: Not a whole number of pence. An amount in pounds belongs in balance_pounds
                4 stopped: Not true or false
                5 number: The number is missing
                6 : The row has 4 columns, the heading has 5
                8 number: The same account is on line 7 with other details""");
        assertThat(loaded.problems().getFirst().value()).isEqualTo("771234567");
        assertThat(loaded.kept()).isFalse();
        assertThat(loaded.refused()).isEqualTo(6);
        assertThat(council.within(() -> accounts.find("25", "70000021"))).isEmpty();
    }

    @Test
    void badRowsAreLeftOutWhenTheCallerWantsSo() {
        var loaded = load("text/csv", BadRows.LEAVE_OUT, """
                fund,number,name
                25,70000031,Ann
                25,7000003,Ben
                25,70000031,Cy
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.kept()).isTrue();
        assertThat(loaded.rows()).isEqualTo(3);
        assertThat(loaded.added()).isOne();
        assertThat(loaded.refused()).isEqualTo(2);
        assertThat(account("25", "70000031").name()).isEqualTo("Ann");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '~', textBlock = """
        line                                                | problem
        nonsense                                            | 1 : The line is not a JSON object
        [1,2]                                               | 1 : The line is not a JSON object
        {"fund":"25","number":"70000041","colour":"red"}    | 1 colour: There is no such field
        {"fund":"25","number":"70000041","name":{"a":1}}    | 1 name: The field must be a text, a number, true, false or null
        {"fund":"25","number":"70000041","balance":1.5}     | 1 balance: Not a whole number of pence. An amount in pounds belongs in balance_pounds
        {"fund":"25","number":"70000041","balance":"1e9"}   | 1 balance: Not a whole number of pence. An amount in pounds belongs in balance_pounds
        {"fund":"25","number":"70000041","balance":1e2000000000} | 1 balance: Not a whole number of pence. An amount in pounds belongs in balance_pounds
        {"fund":"25","number":"70000041","balance_pounds":1.555} | 1 balance_pounds: Not an amount in pounds, like 125.50
        {"fund":"25","number":"70000041","balance":1,"balance_pounds":1} | 1 balance: Give the balance in pence or in pounds, not both
        {"fund":"25","number":"70000041","name":"A\\u0000B"} | 1 name: Has control characters
        {"fund":"25"}                                       | 1 number: The number is missing
        """)
    void aLineOfJsonIsRefusedInWords(String line, String problem) {
        var loaded = ndjson(line);
        assertThat(problems(loaded)).isEqualTo(problem);
        assertThat(loaded.kept()).isFalse();
    }

    @Test
    void filesThatCannotBeReadAreRefusedInWords() {
        assertThat(problems(load("application/pdf", BadRows.LEAVE_OUT, new byte[1])))
                .startsWith("0 : Send newline-delimited JSON");
        assertThat(problems(csv("fund,name\n25,Ann\n"))).isEqualTo("1 : The heading needs the columns fund and number");
        assertThat(problems(csv("fund,number,fund\n"))).isEqualTo("1 fund: The column is there twice");
        assertThat(problems(csv("fund,number,colour\n"))).startsWith("1 colour: There is no such column");
        assertThat(problems(csv("fund,number,name\n25,70000001,\"Ann\n"))).contains("not well-formed CSV");
        var latin = "fund,number,name\n25,70000001,Siân\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(problems(load("text/csv", BadRows.LEAVE_OUT, latin))).contains("The file is not UTF-8");
        assertThat(problems(load("application/x-ndjson", BadRows.LEAVE_OUT, new byte[100_000_000])))
                .contains("The line is longer than");
        assertThat(problems(load("text/csv", BadRows.LEAVE_OUT, new byte[100_000_000])))
                .contains("not well-formed CSV");
        assertThat(csv("").kept()).isTrue();
    }

    @Test
    void scriptInANameIsKeptAsTheNameItIs() {
        csv("fund,number,name\n25,70000051,<script>alert(1)</script>\n");
        assertThat(account("25", "70000051").name()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void whatAnotherInstanceLoadsIsKnownHereAfterAMoment() {
        var other = AccountsFixture.on(council, demo.catalogue);
        var before = council.within(accounts::index);
        council.within(() -> {
            try {
                return other.load(
                        new ByteArrayInputStream("fund,number\n25,70000061\n".getBytes(StandardCharsets.UTF_8)),
                        "text/csv",
                        "ben");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(council.within(other::index).exists("25", "70000061")).isTrue();
        council.setNow(council.clock().instant().plusSeconds(3));
        assertThat(council.within(accounts::index).exists("25", "70000061")).isTrue();
        assertThat(before.exists("25", "70000061")).isFalse();
        assertThat(before.exists("23", "774952620")).isTrue();
    }

    @Test
    void loadsAtOnceAllCount() throws Exception {
        try (var callers = Executors.newFixedThreadPool(6)) {
            Callable<Integer> load = () -> {
                for (int i = 0; i < 5; i++) {
                    csv("fund,number\n"
                            + IntStream.range(0, 200)
                                    .mapToObj(n -> "25,7100%04d\n".formatted(n + (int) (Math.random() * 800)))
                                    .collect(Collectors.joining()));
                }
                return 0;
            };
            for (var done : callers.invokeAll(List.of(load, load, load, load, load, load))) {
                done.get();
            }
        }
        var index = council.within(accounts::index);
        var known = council.within(() -> council.db
                .sql("select number from accounts_accounts where fund = '25'")
                .query((row, n) -> row.getString(1))
                .list());
        assertThat(known).allMatch(number -> index.exists("25", number));
        assertThat(index.size())
                .isEqualTo(council.within(() -> council.db
                        .sql("select count(*) from accounts_accounts")
                        .query(Integer.class)
                        .single()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        fund | number      | pence    | method | answer
        23   | 774952620   | 12000    |        | Yes 774952620
        23   | 77 495-2620 | 12000    |        | Yes 774952620
        11   | BJ99518409  | 3500     |        | Yes BJ99518409
        11   | BJ99518408  | 3500     |        | account check-digit
        11   | BJ99518408  | 0        |        | amount not-positive
        11   | BJ99518409  | -1       |        | amount not-positive
        11   | BJ99518409  | 100000   |        | Yes BJ99518409
        11   | BJ99518409  | 100001   |        | amount above-fund
        23   | 774952620   | 10000000 | card   | amount above-method
        23   | 774952620   | 9999999  | card   | Yes 774952620
        23   | 774952621   | 12000    |        | account check-digit
        23   | 771234561   | 12000    |        | account unknown-account
        23   | 7712345     | 12000    |        | account length
        23   | 77123456A   | 12000    |        | account characters
        23   |             | 12000    |        | account blank
        1    | ANYTHING    | 100      |        | fund fund-closed
        """)
    void theWholeChainIsAsked(String fund, String number, long pence, String method, String answer) {
        var snapshot = council.within(demo.catalogue::now);
        Fund paid = snapshot.fund(fund).orElseThrow();
        var typed = number == null ? "" : number;
        var by = method == null ? null : snapshot.method(method).orElseThrow();
        var payable = council.within(() -> accounts.check(paid, typed, Money.pence(pence), by, Door.PAYERS));
        assertThat(
                        switch (payable) {
                            case Payable.Yes(var kept, var reasons) -> "Yes " + kept;
                            case Payable.No(var field, var code, var words, var args) -> field + " " + code;
                        })
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        number    | door   | answer
        774952620 | PAYERS | Yes
        774952620 | STAFF  | Yes
        774952633 | PAYERS | account stopped: Pay the agents
        774952633 | STAFF  | Yes
        774952646 | PAYERS | Yes
        774952646 | STAFF  | account stopped: Ask the court
        774952659 | PAYERS | Yes
        """)
    void aMessageStopsTheAccountsOfWhichTheServiceSaysItsCodeAndOnlyAtItsDoor(String number, Door door, String answer) {
        council.within(() -> {
            if (demo.settings
                    .get(demo.settings.type("fund-messages").orElseThrow(), "23~t-agents")
                    .isEmpty()) {
                CouncilWrites.message(
                        demo.settings,
                        "23",
                        "t-agents",
                        Map.of("words", "Pay the agents", "shown_to", "PAYERS", "outside_code", "T1"));
                CouncilWrites.message(
                        demo.settings,
                        "23",
                        "t-court",
                        Map.of("words", "Ask the court", "shown_to", "STAFF", "outside_code", "T2"));
            }
        });
        csv("fund,number,message_code\n23,774952633,T1\n23,774952646,t2\n23,774952659,T9\n");
        var fund = council.within(demo.catalogue::now).fund("23").orElseThrow();
        var payable = council.within(() -> accounts.check(fund, number, Money.pence(100), null, door));
        assertThat(
                        payable instanceof Payable.No(var field, var code, var words, var _)
                                ? "%s %s: %s".formatted(field, code, words)
                                : "Yes")
                .isEqualTo(answer);
    }

    @Test
    void aMessageOfTheWholeFundStopsItBeforeAnythingElseIsAsked() {
        var settings = demo.settings;
        council.within(() -> CouncilWrites.message(
                settings,
                "TW",
                "t-moved",
                Map.of("words", "Moved", "words_cy", "Symudwyd", "until_day", "2999-01-01")));
        var fund = council.within(demo.catalogue::now).fund("TW").orElseThrow();
        assertThat(council.within(() -> accounts.check(fund, "nonsense", Money.pence(100), null, Door.STAFF)))
                .isEqualTo(new Payable.No(
                        "fund", "fund-stopped", "Moved", Map.of("message", "Moved", "message_cy", "Symudwyd")));
        council.within(() -> CouncilWrites.silence(settings, "TW", "t-moved"));
        assertThat(council.within(() -> accounts.check(fund, "nonsense", Money.pence(100), null, Door.STAFF)))
                .isInstanceOfSatisfying(
                        Payable.No.class, no -> assertThat(no.field()).isEqualTo("account"));
    }

    @Test
    void aCodeOfAMessageComesAndGoesWithTheServicesFile() {
        csv("fund,number,message_code\n25,70000081,EA\n");
        assertThat(account("25", "70000081").messageCode()).isEqualTo("EA");
        assertThat(csv("fund,number,message_code\n25,70000081,\n").changed()).isEqualTo(1);
        assertThat(account("25", "70000081").messageCode()).isEmpty();
        assertThat(problems(csv("fund,number,message_code\n25,70000081,%s\n".formatted("X".repeat(41)))))
                .isEqualTo("2 message_code: Longer than 40 characters");
    }

    @Test
    void aStoppedAccountShowsItsMessage() {
        csv("fund,number,stopped,stop_message\n25,70000071,true,See the court first\n25,70000072,true,\n");
        var fund = council.within(demo.catalogue::now).fund("25").orElseThrow();
        assertThat(council.within(() -> accounts.check(fund, "70000071", Money.pence(100), null, Door.STAFF)))
                .isInstanceOfSatisfying(
                        Payable.No.class, no -> assertThat(no.words()).isEqualTo("See the court first"));
        assertThat(council.within(() -> accounts.check(fund, "70000072", Money.pence(100), null, Door.STAFF)))
                .isInstanceOfSatisfying(
                        Payable.No.class, no -> assertThat(no.words()).startsWith("This account cannot be paid here"));
        assertThat(council.within(accounts::index).exists("25", "70000071")).isTrue();
    }
}
