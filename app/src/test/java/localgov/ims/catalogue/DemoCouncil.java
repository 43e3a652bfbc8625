package localgov.ims.catalogue;

import java.util.List;
import localgov.ims.TestCouncil;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.ReferenceDataChanged;
import localgov.ims.settings.Settings;
import localgov.ims.settings.SettingsFiles;
import localgov.ims.settings.SettingsFixture;

/// A test's own council with the demonstration's catalogue, for tests without Spring:
/// `DemoCouncil.on(council).catalogue`.
public final class DemoCouncil {
    public static final List<ReferenceData> TYPES = List.of(
            CatalogueData.CHECK_DIGITS,
            CatalogueData.REFERENCE_FORMATS,
            CatalogueData.VAT_CODES,
            CatalogueData.VAT_RATES,
            CatalogueData.OFFICES,
            LedgerData.LEDGER_CODES,
            LedgerData.COST_CENTRES,
            MethodData.METHODS,
            CatalogueData.FUNDS,
            MessageData.FUND_MESSAGES);

    public final Catalogue catalogue;
    public final Settings settings;
    public final SettingsFiles files;

    private DemoCouncil(TestCouncil council) {
        catalogue = new Catalogue(new CatalogueStore(council.db), council.clock());
        var engine = SettingsFixture.of(council, TYPES, this::tell);
        settings = engine.settings();
        files = engine.files();
    }

    private void tell(Object event) {
        if (event instanceof ReferenceDataChanged change) {
            catalogue.forget(change);
        }
    }

    /// Loads the demonstration's catalogue into the council's database.
    public static DemoCouncil on(TestCouncil council) {
        var demo = new DemoCouncil(council);
        council.within(new DemoCatalogue(demo.settings, demo.files)::load);
        return demo;
    }
}
