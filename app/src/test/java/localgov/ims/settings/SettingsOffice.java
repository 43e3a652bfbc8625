package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.within;

import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.approvals.Request;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What tests of the pages of settings share: a council, its administrator at the pages, and whoever approves.
@WithCouncil
abstract class SettingsOffice {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    @Autowired
    Catalogue catalogue;

    @Autowired
    DemoCatalogue demo;

    SettingsPagesHouse house;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new SettingsPagesHouse(mvc, SignedInAs.admin());
    }

    Approval approve(Request request, String email) {
        return within(() -> approvals.approve(request.id(), people.find(email).orElseThrow()));
    }
}
