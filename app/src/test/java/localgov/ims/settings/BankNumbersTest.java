package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import localgov.ims.WithCouncil;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.Limits;
import localgov.ims.people.Permission;
import localgov.ims.people.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The numbers of the council's bank accounts are read whole by those who need them, and by nobody in a list.
@WithCouncil
class BankNumbersTest {
    private static final String LIST = "/office/settings/bank-accounts";
    private static final String ENTRY = LIST + "/entries/main";
    private static final String FILE = LIST + "/file";
    private static final String CALL = "/api/v1/settings/bank-accounts/main";
    private static final List<String> WHOLE = List.of("12345678", "GB91NWBK56005512345678");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DemoCatalogue demo;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
    }

    private static RequestPostProcessor who(Permission... also) {
        return Somebody.who(Limits.NONE, withSeeing(also));
    }

    private static Permission[] withSeeing(Permission... also) {
        var all = new java.util.ArrayList<>(List.of(also));
        all.add(Permission.SEE_SETTINGS);
        return all.toArray(Permission[]::new);
    }

    private String text(String address, RequestPostProcessor who) throws Exception {
        var reply = mvc.get().uri(address).with(who).exchange();
        assertThat(reply).as(address).hasStatusOk();
        return reply.getResponse().getContentAsString();
    }

    @Test
    void inTheListEverybodySeesTheLastFourDigits() throws Exception {
        for (var who : List.of(who(), who(Permission.CHANGE_SETTINGS), who(Permission.SEE_AUDIT))) {
            assertThat(text(LIST, who)).contains("••••5678").doesNotContain(WHOLE);
        }
        assertThat(text(LIST + "?q=5678", who())).contains("General account");
        assertThat(text(LIST + "?q=12345678", who()))
                .as("looking for a whole number tells nothing")
                .doesNotContain("General account");
    }

    @Test
    void whoeverOnlyLooksSeesThemInPartEverywhere() throws Exception {
        for (var address : List.of(ENTRY, FILE)) {
            assertThat(text(address, who())).contains("••••5678").doesNotContain(WHOLE);
        }
        var program = Somebody.program(Limits.NONE, Permission.SEE_SETTINGS);
        for (var address : List.of(CALL, "/api/v1/settings/bank-accounts")) {
            assertThat(text(address, program)).contains("••••5678").doesNotContain(WHOLE);
        }
    }

    @Test
    void whoeverChangesApprovesOrAuditsThemReadsThemWhole() throws Exception {
        for (var needed : List.of(Permission.CHANGE_SETTINGS, Permission.APPROVE, Permission.SEE_AUDIT)) {
            assertThat(text(ENTRY, who(needed))).contains(WHOLE);
            assertThat(text(FILE, who(needed))).contains(WHOLE);
        }
        assertThat(text(CALL, Somebody.program(Limits.NONE, withSeeing(Permission.CHANGE_SETTINGS))))
                .contains(WHOLE);
    }
}
