package localgov.ims.catalogue;

import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;

import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Where the finance system books what comes in. A fund chooses from these; a code that has come to its last day stays
/// with the funds that have it and is offered to no other.
@Configuration(proxyBeanMethods = false)
class LedgerData {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9 .:_-]*";

    static final ReferenceData LEDGER_CODES = ReferenceData.of(
                    "catalogue_ledger_code",
                    both("ledger code", "cod cyfriflyfr"),
                    both("ledger codes", "codau cyfriflyfr"),
                    text("code", "Ledger code", "Cod cyfriflyfr", 40).matching(CODE),
                    text("name", "Name", "Enw", 100),
                    first(),
                    last())
            .under(Part.BOOKS)
            .lasting("from_day", "until_day");

    static final ReferenceData COST_CENTRES = ReferenceData.of(
                    "catalogue_cost_centre",
                    both("cost centre", "canolfan gost"),
                    both("cost centres", "canolfannau cost"),
                    text("code", "Cost centre", "Canolfan gost", 40).matching(CODE),
                    text("name", "Name", "Enw", 100),
                    first(),
                    last())
            .under(Part.BOOKS)
            .lasting("from_day", "until_day");

    private static Field first() {
        return date("from_day", "First day", "Diwrnod cyntaf").optional();
    }

    private static Field last() {
        return date("until_day", "Last day", "Diwrnod olaf").optional();
    }

    @Bean
    @Order(14)
    ReferenceData ledgerCodes() {
        return LEDGER_CODES;
    }

    @Bean
    @Order(14)
    ReferenceData costCentres() {
        return COST_CENTRES;
    }
}
