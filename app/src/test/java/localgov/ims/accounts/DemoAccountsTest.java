package localgov.ims.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import localgov.ims.TestCouncil;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.DemoCouncil;
import localgov.ims.catalogue.Fund;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoAccountsTest {
    static final TestCouncil council = TestCouncil.fresh();
    static CatalogueSnapshot catalogue;

    @BeforeAll
    static void load() {
        catalogue = council.within(DemoCouncil.on(council).catalogue::now);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    @Test
    void everyHolderHasANumberOfTheirOwnThatFitsTheirFundAlone() {
        var holders = DemoAccounts.holders(catalogue, 300, 7).toList();
        var numbers = new HashSet<String>();
        assertThat(holders).hasSize(6 * 300 + DemoAccounts.known().size()).allSatisfy(holder -> {
            assertThat(catalogue.fitting(holder.number()))
                    .extracting(Fund::code)
                    .containsExactly(holder.fund());
            assertThat(numbers.add(holder.number())).isTrue();
            assertThat(holder.name()).isNotBlank();
        });
        assertThat(holders).anyMatch(Account::stopped).anyMatch(holder -> holder.balance() == null);
    }

    @Test
    void theSameSeedMakesTheSamePeople() {
        assertThat(DemoAccounts.holders(catalogue, 50, 7))
                .containsExactlyElementsOf(
                        DemoAccounts.holders(catalogue, 50, 7).toList());
        assertThat(DemoAccounts.holders(catalogue, 50, 7).toList())
                .isNotEqualTo(DemoAccounts.holders(catalogue, 50, 8).toList());
    }

    @Test
    void tenantsHaveAHousingOfficerAndSomeHoldersWantPaper() {
        var holders = DemoAccounts.holders(catalogue, 50, 7).toList();
        assertThat(holders)
                .allSatisfy(holder -> assertThat(
                                DemoAnswers.of(holder, "custom_housing_officer").isEmpty())
                        .isEqualTo(!holder.fund().equals("5")));
        assertThat(holders.stream().map(holder -> DemoAnswers.of(holder, "custom_paper_bills")))
                .contains("yes", "no");
        assertThat(DemoAnswers.columns(Set.of("custom_paper_bills", "custom_ward")))
                .containsExactly("custom_paper_bills");
    }

    @Test
    void aFileOfThemHoldsEveryOneOnce() throws IOException {
        var holders = DemoAccounts.holders(catalogue, 20, 7).toList();
        try (var csv = new AccountCsv(holders.iterator());
                var again = new AccountCsv(holders.iterator())) {
            var text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(holders).allSatisfy(holder -> assertThat(text).contains("\"" + holder.number() + "\""));
            var oneByOne = new StringBuilder();
            for (int b = again.read(); b >= 0; b = again.read()) {
                oneByOne.append((char) b);
            }
            assertThat(oneByOne.toString())
                    .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }
}
