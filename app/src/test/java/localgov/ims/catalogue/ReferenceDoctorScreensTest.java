package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.SignedInAs;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WithCouncil
class ReferenceDoctorScreensTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    Catalogue all;

    @Autowired
    DoctorsFindings findings;

    @Autowired
    JdbcClient db;

    @Test
    void theCheckSaysWhatIsWeakInTheFormatsOfAllFunds() throws Exception {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            return true;
        });
        var page = Jsoup.parse(mvc.get()
                .uri("/office/reference-formats/check")
                .with(SignedInAs.admin())
                .exchange()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("h1").eachText()).containsExactly("Check of references");
        assertThat(page.select("table tr:contains(Garden waste)").text()).contains("Cannot know");
        assertThat(page.select("table tr:contains(Parking fines)").text()).contains("None found", "100%");
    }

    @Test
    void whatWasFoundHoldsUntilAFormatOrAFundHasAnotherVersion() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            var funds = all.now().funds();
            var found = findings.of(funds);
            assertThat(findings.of(funds)).isSameAs(found);
            db.sql(
                            "update catalogue_reference_format set version = version + 1 where code = (select min(code) from catalogue_reference_format)")
                    .update();
            assertThat(findings.of(funds)).isNotSameAs(found);
            return true;
        });
    }

    @Test
    void onlyWhoMaySeeSettingsSeesIt() {
        assertThat(mvc.get().uri("/office/reference-formats/check").with(SignedInAs.cashier()))
                .hasStatus(403);
    }
}
