package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCouncil;
import localgov.ims.people.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ann looks up who is on the telephone.
class AccountLookupTest {
    static final TestCouncil council = TestCouncil.fresh();
    static AccountLookup lookup;
    static Catalogue catalogue;

    @BeforeAll
    static void holdersHaveBeenLoaded() {
        lookup = new AccountLookup(new AccountLookupStore(council.db), council.transactions);
        catalogue = DemoCouncil.on(council).catalogue;
        AccountsFixture.withHolders(council, catalogue, 400);
        load("""
                fund,number,name,address,stopped,stop_message
                23,771234561,Tegwen Llŷr O'Brien,"12/14 Église-Street
                Aldermere
                ZE2 9ZZ",true,Call us first
                """);
    }

    @AfterAll
    static void close() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    private static void load(String rows) {
        council.within(() -> {
            try {
                assertThat(AccountsFixture.on(council, catalogue)
                                .load(
                                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                                        "text/csv",
                                        "ann")
                                .kept())
                        .isTrue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> found(String typed) {
        return council.within(() -> lookup.find(new Typed(typed), null, Scope.EVERYTHING, 50)).accounts().stream()
                .map(KnownAccount::number)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            typed            | number
            774952620        | 774952620
            774 952 620      | 774952620
            7749526          | 774952620
            tegwen           | 771234561
            LLŶR             | 771234561
            obri             | 771234561
            O'Brien          | 771234561
            12 eglise street | 771234561
            ZE2 9ZZ          | 771234561
            ze29zz           | 771234561
            alderbrook bak   | 561234564
            """, delimiter = '|', quoteCharacter = '"', useHeadersInDisplayName = true)
    void anAccountIsFoundByWhatACallerKnows(String typed, String number) {
        assertThat(found(typed)).containsExactly(number);
    }

    @Test
    void allWordsMustBeThere() {
        assertThat(found("tegwen bakery")).isEmpty();
        assertThat(found("1 mere view am1 1aa")).contains("774952620", "561234564");
    }

    @Test
    void aFundNarrowsItDown() {
        var inFund = council.within(() -> lookup.find(new Typed("1 mere view am1 1aa"), "24", Scope.EVERYTHING, 50));
        assertThat(inFund.accounts()).extracting(KnownAccount::number).contains("561234564");
        assertThat(inFund.accounts()).extracting(KnownAccount::fund).containsOnly("24");
        var other = council.within(() -> lookup.find(new Typed("774952620"), "24", Scope.EVERYTHING, 50));
        assertThat(other.accounts()).isEmpty();
        assertThat(other.count()).isZero();
    }

    @Test
    void whatManyHaveIsCountedNoFurtherThanAThousand() {
        var all = council.within(() -> lookup.find(new Typed("aldermere"), null, Scope.EVERYTHING, 50));
        assertThat(all.accounts()).hasSize(50);
        assertThat(all.count()).isEqualTo(AccountLookup.COUNTED + 1);
    }

    @Test
    void anAccountKeepsItsIdWhenTheServiceChangesIt() {
        var before = council.within(() -> lookup.find(new Typed("561234564"), null, Scope.EVERYTHING, 1)
                .accounts()
                .getFirst());
        load("""
                fund,number,name,address,balance
                24,561234564,Alderbrook Bakery,"1 Mere View
                Aldermere
                AM1 1AA",-600
                """);
        var after =
                council.within(() -> lookup.one(before.id(), Scope.EVERYTHING)).orElseThrow();
        assertThat(after.number()).isEqualTo("561234564");
        assertThat(after.balance()).hasToString("−£6.00");
        assertThat(after.statedAt()).isEqualTo(TestCouncil.FRIDAY);
    }

    /// With few rows a planner reads them all, so that is switched off: what is asked is whether an index can answer.
    @ParameterizedTest
    @CsvSource(textBlock = """
            accounts_account_by_words  | accounts_words(name, address) @@ to_tsquery('simple', 'okafor:*')
            accounts_account_by_number | number >= '7749' and number < '7750'
            an_account_has_one_id      | id = 7
            """, delimiter = '|', quoteCharacter = '"')
    void anIndexAnswers(String index, String condition) {
        var plan = council.within(() -> council.transactions.execute(_ -> {
            council.db.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    council.db
                            .sql("explain select id from accounts_account where " + condition)
                            .query(String.class)
                            .list());
        }));
        assertThat(plan).contains(index);
    }
}
