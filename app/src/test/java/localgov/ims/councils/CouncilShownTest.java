package localgov.ims.councils;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.WithCouncil;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WithCouncil
class CouncilShownTest {
    @Autowired
    MockMvcTester browser;

    @Autowired
    Councils councils;

    @Autowired
    CouncilShown shown;

    @Test
    void everyPageCarriesTheNameOfItsCouncil() throws Exception {
        var name = councils.all().getFirst().name();
        var page = Jsoup.parse(
                browser.get().uri("/office/sign-in").exchange().getResponse().getContentAsString());
        assertThat(page.select(".ims-header__council").text()).startsWith(name);
        assertThat(page.title()).endsWith(name);
        assertThat(page.select(".ims-footer__council").text()).isEqualTo(name);
    }

    @Test
    void aDoorThatIsNobodysShowsNoCouncil() {
        assertThat(shown.face().name()).isEqualTo("LocalGov IMS");
    }
}
