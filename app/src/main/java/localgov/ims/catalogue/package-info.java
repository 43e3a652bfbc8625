/// What can be paid, how, with what reference, VAT and ledger code.
///
/// Start at [localgov.ims.catalogue.Catalogue]: its snapshot answers everything from memory. What a council
/// may write down (funds, methods of payment, VAT codes and rates, offices, reference formats, check digits)
/// is declared in `CatalogueData` and kept by the settings engine; this room turns those entries into things
/// that can answer questions.
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {
            "settings",
            "backoffice",
            "people",
            "govuk",
            "councils",
            "platform",
            "platform :: pages",
            "platform :: words",
            "kernel"
        })
package localgov.ims.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
