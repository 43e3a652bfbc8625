package localgov.ims.api;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.organisation.Pictures;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.SignedInAs;
import localgov.ims.people.Somebody;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A program puts up the council's logo and takes it down.
class LogoCallsTest extends ApiTest {
    private static final String LOGO = "/api/v1/logo";

    private MvcTestResult put(String type, byte[] file) {
        return mvc.put()
                .uri(LOGO)
                .with(SignedInAs.demoKey())
                .contentType(type)
                .content(file)
                .exchange();
    }

    private MvcTestResult delete() {
        return mvc.delete().uri(LOGO).with(SignedInAs.demoKey()).exchange();
    }

    @Test
    void whatIsPutUpIsShownAndWhatIsTakenDownIsNot() throws Exception {
        var shown = put("image/png", Pictures.of("png", 320, 60));
        assertThat(shown).hasStatusOk();
        var address = json(shown).get("address").stringValue();
        assertThat(json(get(LOGO)).get("address").stringValue()).isEqualTo(address);
        assertThat(json(get(LOGO)).get("width").intValue()).isEqualTo(320);
        assertThat(get(address)).hasStatusOk().hasContentType("image/png");

        assertThat(json(put("image/jpeg", Pictures.of("jpeg", 100, 100)))
                        .get("address")
                        .stringValue())
                .isNotEqualTo(address);
        assertThat(delete()).hasStatus(204);
        assertThat(get(LOGO)).hasStatus(404);
        assertThat(delete()).as("there is none already").hasStatus(204);
    }

    @Test
    void whatIsNoLogoIsRefusedWithAReasonAndChangesNothing() throws Exception {
        delete();
        var noPicture = put("image/png", "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(noPicture).hasStatus(422);
        assertThat(json(noPicture).get("errors").get(0).get("code").stringValue())
                .isEqualTo("not_a_picture");
        var small = put("image/png", Pictures.of("png", 4, 4));
        assertThat(small).hasStatus(422);
        assertThat(json(small).get("errors").get(0).get("code").stringValue()).isEqualTo("wrong_size");
        assertThat(put("image/png", new byte[(1 << 20) + 1])).hasStatus(413);
        assertThat(put("image/svg+xml", new byte[] {1})).hasStatus(415);
        assertThat(get(LOGO)).hasStatus(404);
    }

    @Test
    void whoeverMayOnlySeeSettingsDoesNotChangeTheLogo() throws Exception {
        var reader = Somebody.program(Limits.NONE, Permission.SEE_SETTINGS);
        assertThat(mvc.put().uri(LOGO).with(reader).contentType("image/png").content(Pictures.of("png", 320, 60)))
                .hasStatus(403);
        assertThat(mvc.delete().uri(LOGO).with(reader)).hasStatus(403);
        assertThat(mvc.get().uri(LOGO).with(Somebody.program(Limits.NONE, Permission.TAKE_PAYMENTS)))
                .hasStatus(403);
    }
}
