package localgov.ims.settings;

import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;
import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Request;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/// A type that needs two people: offices, guarded for the purpose. Ann the administrator asks, Ben approves.
@Import(GuardedOfficesTest.Guarded.class)
class GuardedOfficesTest extends SettingsOffice {
    static final ReferenceData OFFICES = ReferenceData.of(
                    "catalogue_office",
                    both("guarded office", "swyddfa warchodedig"),
                    both("guarded offices", "swyddfeydd gwarchodedig"),
                    text("code", "Office code", "Cod y swyddfa", 10),
                    text("name", "Name", "Enw", 50))
            .needingApproval();

    @TestConfiguration(proxyBeanMethods = false)
    static class Guarded {
        @Bean
        ReferenceData guardedOffices() {
            return OFFICES;
        }
    }

    private Entry office(String key) {
        return within(() -> settings.get(OFFICES, key)).orElseThrow();
    }

    private Request waiting(String key) {
        var waiting = within(() -> settings.waiting(OFFICES, key));
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private void wish(String key, String name) {
        var form = house.page(SettingsPaths.entry(OFFICES, key) + "/change");
        assertThat(form.text()).contains("This needs a second person");
        assertThat(house.send(form, Map.of("name", name))).hasStatus(303);
    }

    @Test
    void nothingChangesUntilASecondPersonAgrees() {
        var before = office("TH");
        wish("TH", "City hall");
        assertThat(office("TH")).isEqualTo(before);
        assertThat(house.page(SettingsPaths.entry(OFFICES, "TH")).text())
                .contains("Waits for approval", "Change guarded office TH, City hall");
        var request = waiting("TH");
        assertThat(request.changes()).hasSize(1);

        assertThat(approve(request, "admin@demo.example")).isNotInstanceOf(Approval.Approved.class);
        assertThat(office("TH")).isEqualTo(before);
        assertThat(approve(request, "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(office("TH").value("name")).isEqualTo("City hall");
        assertThat(house.page(SettingsPaths.entry(OFFICES, "TH"))
                        .select(".ims-timeline")
                        .text())
                .contains("Changed by admin@demo.example, approved by approver@demo.example");
    }

    @Test
    void whatMovedOnMeanwhileIsNotOverwritten() {
        wish("LIB", "Asked for first");
        var first = waiting("LIB");
        var entry = office("LIB");
        within(() ->
                settings.change(OFFICES, "LIB", entry.version(), Map.of("name", "Changed by the system"), "system"));
        assertThat(approve(first, "approver@demo.example")).isInstanceOf(Approval.Stale.class);
        assertThat(office("LIB").value("name")).isEqualTo("Changed by the system");
        assertThat(within(() -> settings.waiting(OFFICES, "LIB"))).isEmpty();
    }

    @Test
    void addingAndRetiringWaitToo() {
        var form = house.page("/office/settings/guarded-offices/add");
        assertThat(house.send(form, Map.of("code", "NEW", "name", "New"))).hasStatus(303);
        assertThat(within(() -> settings.get(OFFICES, "NEW"))).isEmpty();
        assertThat(house.page("/office/settings/guarded-offices")
                        .expectFirst("main")
                        .text())
                .contains("Waits for approval", "Add guarded office NEW, New");
        assertThat(waiting("NEW").sentence(Language.WELSH)).startsWith("Ychwanegu");
        assertThat(approve(waiting("NEW"), "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(office("NEW").isRetired()).isFalse();

        var retire = house.page(SettingsPaths.entry(OFFICES, "NEW") + "/retire");
        assertThat(house.send(retire, Map.of())).hasStatus(303);
        assertThat(office("NEW").isRetired()).isFalse();
        assertThat(approve(waiting("NEW"), "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(office("NEW").isRetired()).isTrue();
    }

    @Test
    void nobodyIsAskedForWhatCannotBeDoneOrIsThereAlready() {
        var form = house.page("/office/settings/guarded-offices/add");
        assertThat(house.send(form, Map.of("code", "CS", "name", "Taken"))).hasStatus(422);
        assertThat(house.send(house.page(SettingsPaths.entry(OFFICES, "CS") + "/change"), Map.of("name", "")))
                .hasStatus(422);
        house.send(house.page(SettingsPaths.entry(OFFICES, "CS") + "/change"), Map.of());
        assertThat(within(() -> settings.waiting(OFFICES, "CS"))).isEmpty();
    }

    @Test
    void aFileWaitsAsAWhole() {
        var file = "code,name\nWP,Parking shop\nF1,Filed\n".getBytes(StandardCharsets.UTF_8);
        var preview = page(mvc.post()
                .uri("/office/settings/guarded-offices/upload")
                .multipart()
                .file(new MockMultipartFile("file", "a.csv", "text/csv", file))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange());
        assertThat(house.send(preview, Map.of())).hasStatus(303);
        assertThat(within(() -> settings.get(OFFICES, "F1"))).isEmpty();
        var request = within(() -> approvals.waiting("settings.file", "guarded-offices"))
                .getFirst();
        assertThat(request.sentence()).isEqualTo("Bring in a file of guarded offices: 1 added, 1 changed");
        assertThat(house.page("/office/settings/guarded-offices")
                        .expectFirst("main")
                        .text())
                .contains(request.sentence());
        assertThat(approve(request, "approver@demo.example")).isInstanceOf(Approval.Approved.class);
        assertThat(office("F1").value("name")).isEqualTo("Filed");
        assertThat(office("WP").value("name")).isEqualTo("Parking shop");
    }

    @Test
    void aProgramIsToldThatItTakesPeople() {
        var reply = mvc.put()
                .uri("/api/v1/settings/guarded-offices/PR")
                .with(SignedInAs.demoKey())
                .header("If-Match", "\"%d\"".formatted(office("PR").version()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"By program\"}");
        assertThat(reply).hasStatus(403).bodyText().contains("needs_a_person");
        assertThat(office("PR").value("name")).isEqualTo("Post room");
    }

    @Test
    void noRoomChangesItInOnePersonsName() {
        var entry = office("BANK");
        assertThatThrownBy(() -> within(() -> settings.retire(OFFICES, "BANK", entry.version(), "ann@example.org")))
                .hasMessageContaining("needs two people");
    }
}
