package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import localgov.ims.TestCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.settings.Saved;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCatalogueTest {
    static final TestCouncil council = TestCouncil.fresh();
    static DemoCouncil demo;

    @BeforeAll
    static void load() {
        demo = DemoCouncil.on(council);
    }

    @AfterAll
    static void close() {
        assertThat(council.brokenLaws()).isEmpty();
        council.close();
    }

    static CatalogueSnapshot now() {
        return council.within(demo.catalogue::now);
    }

    @Test
    void loadingItAgainChangesNothing() {
        var before = council.within(() -> demo.settings.list(CatalogueData.FUNDS));
        council.within(new DemoCatalogue(demo.settings, demo.files)::load);
        assertThat(council.within(() -> demo.settings.list(CatalogueData.FUNDS)))
                .isEqualTo(before)
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        reference       | funds
        BJ99518409      | 11
        bj 9951 8409    | 11
        BJ99518408      | none
        FP2000012A      | 2R
        774952620       | 23
        774952621       | none
        567749526       | none
        561234564       | 24
        61100513680     | 5
        21500001234560  | 5M
        MS123456        | 52
        ALS/1234/5678   | 3U
        9000012345      | 19
        M1234567890     | 20
        71234567        | 25
        26/01234/FUL    | 32
        BC/26/01234     | 31
        HMO/170         | 1Z
        GW123456        | GW
        87004025312     | 13
        RF1853900754703 | none
        RF18539007547034| none
        ""              | none
        """)
    void aReferenceBelongsToOneFund(String reference, String funds) {
        var fitting = now().fitting(reference == null ? "" : reference).stream()
                .map(Fund::code)
                .toList();
        assertThat(fitting.isEmpty() ? "none" : String.join(",", fitting)).isEqualTo(funds);
    }

    /// A format that nobody can meet, or that swallows another fund's references, would misplace money.
    @Test
    void everyFormatIssuesReferencesThatOnlyItsOwnFundTakes() {
        var random = new SplittableRandom(1);
        for (var fund : now().funds()) {
            if (fund.format() == null) {
                continue;
            }
            for (int i = 0; i < 200; i++) {
                var reference = new ReferenceMaker(fund.format(), random).next().orElseThrow();
                assertThat(fund.check(reference)).isInstanceOf(ReferenceCheck.Fits.class);
                assertThat(now().fitting(reference))
                        .as(reference)
                        .extracting(Fund::code)
                        .containsExactly(fund.code());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        code | day        | rate
        S    | 2008-11-30 | 1750
        S    | 2008-12-01 | 1500
        S    | 2010-12-31 | 1750
        S    | 2011-01-04 | 2000
        S    | 2026-11-20 | 2000
        R    | 2026-11-20 | 500
        Z    | 2026-11-20 | 0
        S    | 1980-01-01 | none
        X    | 2026-11-20 | none
        """)
    void aRateHoldsFromItsDay(String code, LocalDate day, String rate) {
        assertThat(now().vat(code, day).map(found -> "" + found.basisPoints()).orElse("none"))
                .isEqualTo(rate);
    }

    @Test
    void fundsComeInPriorityOrderWithTheirWelshNames() {
        assertThat(now().funds()).extracting(Fund::priority).isSorted();
        assertThat(now().fund("23")).hasValueSatisfying(fund -> {
            assertThat(fund.nameInWelsh()).isEqualTo("Treth y Cyngor");
            assertThat(fund.maximum()).isEqualTo(Money.pounds(999_999, 99));
            assertThat(fund.ledgerCode()).isEqualTo("964101");
            assertThat(fund.referenceHintInWelsh()).contains("â 77");
        });
        assertThat(now().suspense()).map(Fund::code).contains("1");
        assertThat(now().method(MethodKind.CARD_ONLINE)).map(Method::code).contains("card");
        assertThat(now().offices()).extracting(Office::code).contains("WEB", "BANK");
    }

    @Test
    void aChangeIsSeenAtOnceAndARetiredFundIsOnlyKnownByItsCode() {
        var entry = council.within(() -> demo.settings.get(CatalogueData.FUNDS, "TW"))
                .orElseThrow();
        var retired = council.within(() -> demo.settings.retire(CatalogueData.FUNDS, "TW", entry.version(), "ann"));
        assertThat(now().funds()).extracting(Fund::code).doesNotContain("TW");
        assertThat(now().fund("TW")).hasValueSatisfying(fund -> {
            assertThat(fund.retired()).isTrue();
            assertThat(fund.open()).isFalse();
            assertThat(fund.online()).isFalse();
        });
        var back = ((Saved.Done) retired).entry();
        council.within(() -> demo.settings.restore(CatalogueData.FUNDS, "TW", back.version(), "ann"));
        assertThat(now().funds()).extracting(Fund::code).contains("TW");
    }
}
