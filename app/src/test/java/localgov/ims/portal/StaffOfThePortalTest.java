package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What colleagues do for payers: a link and a QR code for a letter, and the keys of receipts.
@WithCouncil
class StaffOfThePortalTest {
    private static final String HOLDERS = """
            fund,number,name,address,balance,stopped,stop_message
            23,774952620,Cy Pays,"1 Mere View
            Aldermere
            AM1 1AA",12000,false,
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    DemoCatalogue catalogue;

    @Autowired
    JdbcClient db;

    @Autowired
    ReceiptKeys keys;

    @BeforeEach
    void anAccount() {
        CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
            catalogue.load();
            try {
                accounts.load(new ByteArrayInputStream(HOLDERS.getBytes(StandardCharsets.UTF_8)), "text/csv", "ann");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String path() {
        return "/office/accounts/%d/pay-link"
                .formatted(CurrentCouncil.within(
                        TestCouncil.ALDERMERE,
                        () -> db.sql("select id from accounts_account where number = '774952620'")
                                .query(Long.class)
                                .single()));
    }

    private MvcTestResult ask(String path, RequestPostProcessor who) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private static Document page(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLinkAsksForWhatIsOwedAndSaysNothingOfTheHolder() {
        var page = page(ask(path(), SignedInAs.finance()));
        var link = page.select(".ims-code").text();
        assertThat(link).endsWith("/pay?fund=23&reference=774952620&amount=120.00");
        assertThat(page.select("#amount").val()).isEqualTo("120.00");
        assertThat(page.select("main").text()).doesNotContain("Cy Pays").doesNotContain("Mere View");
        assertThat(page.select(".ims-letter").attr("lang")).isEqualTo("en");
        assertThat(mvc.get().uri(link.substring(link.indexOf("/pay?"))).exchange())
                .hasStatusOk();
    }

    @Test
    void theLetterSaysWhatItsReaderReads() {
        var page = page(ask(path() + "?amount=&letter=cy", SignedInAs.finance()));
        assertThat(page.select(".ims-code").text()).endsWith("/pay?lang=cy&fund=23&reference=774952620");
        assertThat(page.select(".ims-letter").attr("lang")).isEqualTo("cy");
        assertThat(page.select(".ims-letter").text()).contains("Sganiwch i dalu", "Treth y Cyngor");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void aCameraReadsTheLinkFromTheCode() throws NotFoundException {
        var page = page(ask(path(), SignedInAs.finance()));
        var drawn = page.select(".ims-letter svg");
        int side = Integer.parseInt(drawn.attr("viewBox").split(" ")[2]);
        assertThat(read(drawn.select("path").attr("d"), side))
                .isEqualTo(page.select(".ims-code").text());
    }

    /// Draws the squares as a screen would, four points to each.
    private static String read(String path, int side) throws NotFoundException {
        int scale = 4;
        var points = new int[side * scale * side * scale];
        Arrays.fill(points, 0xFFFFFF);
        var squares = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(path);
        while (squares.find()) {
            int left = Integer.parseInt(squares.group(1)) * scale;
            int top = Integer.parseInt(squares.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(points, y * side * scale + left, y * side * scale + left + scale, 0);
            }
        }
        var picture = new RGBLuminanceSource(side * scale, side * scale, points);
        return new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(picture)))[0].getText();
    }

    @Test
    void anAmountThatIsNoneIsSaidAtItsField() {
        var result = ask(path() + "?amount=12.345", SignedInAs.finance());
        assertThat(result).hasStatus(422);
        assertThat(result).bodyText().contains("no more than 2 digits").doesNotContain("ims-letter\"");
    }

    @Test
    void whoeverMayNotSeeTheAccountMakesNoLink() {
        assertThat(ask(path(), Somebody.who(Limits.NONE, Permission.SEE_ACCOUNTS)))
                .hasStatusOk();
        assertThat(ask(path(), Somebody.who(Limits.toFunds("11"), Permission.SEE_ACCOUNTS)))
                .hasStatus(404);
        assertThat(ask(path(), Somebody.who(Limits.NONE, Permission.SEE_RECEIPTS)))
                .hasStatus(403);
        assertThat(ask("/office/accounts/x/pay-link", SignedInAs.finance())).hasStatus(404);
    }

    private MvcTestResult post(String path, String key, RequestPostProcessor who) {
        return mvc.post()
                .uri("/office/settings/receipt-keys/" + path)
                .param("key", key)
                .with(who)
                .with(csrf())
                .exchange();
    }

    @Test
    void whoMayChangeSettingsReplacesAndWithdrawsKeys() {
        var first = CurrentCouncil.within(
                TestCouncil.ALDERMERE, () -> keys.signing().orElseThrow().id());
        var admin = SignedInAs.admin();
        assertThat(post("replace", "", admin)).hasStatus(303);
        assertThat(page(ask("/office/settings/receipt-keys", admin))
                        .select("tbody tr")
                        .eachText())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains(first, "Proves"))
                .anySatisfy(row -> assertThat(row).contains("Signs"));
        assertThat(post("withdraw", first, admin)).hasStatus(303);
        assertThat(page(ask("/office/settings/receipt-keys", admin))
                        .select("tbody")
                        .text())
                .contains("Withdrawn");
        assertThat(db(first)).isEqualTo(2);
    }

    private long db(String key) {
        return CurrentCouncil.within(
                TestCouncil.ALDERMERE,
                () -> db.sql("""
                        select count(*)
                          from audit_events
                         where subject = :subject
                        """)
                        .param("subject", "receipt-key:" + key)
                        .query(Long.class)
                        .single());
    }

    @Test
    void nobodyElseDoes() {
        var looks = Somebody.who(Limits.NONE, Permission.SEE_SETTINGS);
        assertThat(page(ask("/office/settings/receipt-keys", looks)).select("main form"))
                .isEmpty();
        assertThat(post("replace", "", looks)).hasStatus(403);
        assertThat(post("withdraw", "0a0a0a0a", looks)).hasStatus(403);
        assertThat(ask("/office/settings/receipt-keys", Somebody.who(Limits.NONE, Permission.SEE_ACCOUNTS)))
                .hasStatus(403);
    }
}
