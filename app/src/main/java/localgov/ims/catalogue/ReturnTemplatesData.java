package localgov.ims.catalogue;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import localgov.ims.settings.Part;
import localgov.ims.settings.ReferenceData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What a service's return of its takings looks like: one template for each service, with its rows.
@Configuration(proxyBeanMethods = false)
class ReturnTemplatesData {
    static final ReferenceData TEMPLATES = ReferenceData.of(
                    "catalogue_return_template",
                    both("return template", "templed ffurflen"),
                    both("return templates", "templedi ffurflenni"),
                    text("code", "Code", "Cod", 30).matching("[a-z0-9][a-z0-9-]*"),
                    text("name", "Name", "Enw", 100),
                    text("name_cy", "Name in Welsh", "Enw yn Gymraeg", 100).optional(),
                    choice("office", "Office", "Swyddfa", "offices"),
                    longText("note", "Note at the top", "Nodyn ar y brig").optional(),
                    number("place", "Stands in this place", "Saif yn y lle hwn").matching("\\d{1,4}"),
                    yesNo("open", "May be used", "Gellir ei ddefnyddio"))
            .under(Part.ARRIVING);

    private static final ReferenceData ROWS = ReferenceData.of(
                    "catalogue_return_row",
                    both("row of a return", "rhes ffurflen"),
                    both("rows of returns", "rhesi ffurflenni"),
                    choice("template", "Return template", "Templed ffurflen", "return-templates"),
                    text("description", "Description", "Disgrifiad", 100),
                    text("description_cy", "Description in Welsh", "Disgrifiad yn Gymraeg", 100)
                            .optional(),
                    yesNo("description_free", "Another description may be typed", "Gellir teipio disgrifiad arall"),
                    choice("fund", "Fund", "Cronfa", "funds"),
                    text("account", "Account", "Cyfrif", 36)
                            .optional()
                            .hint(
                                    "Where another may be typed: blank, or with a * for each digit that is to be typed",
                                    "Lle gellir teipio un arall: yn wag, neu â * ar gyfer pob digid sydd i’w deipio"),
                    yesNo("account_free", "Another account may be typed", "Gellir teipio cyfrif arall"),
                    choice("vat_code", "VAT code", "Cod TAW", "vat-codes")
                            .optional()
                            .hint("Blank for the fund’s", "Yn wag ar gyfer un y gronfa"),
                    choice("method", "Method of payment", "Dull talu", "methods-of-payment"))
            .and(number("number", "Row", "Rhes")
                    .hint("The rows stand in this order", "Saif y rhesi yn y drefn hon")
                    .matching("\\d{1,4}"))
            .inside("template")
            .under(Part.ARRIVING);

    @Bean
    @Order(60)
    ReferenceData returnTemplates() {
        return TEMPLATES;
    }

    /// A row is judged by the catalogue as it is when it is saved.
    @Bean
    @Order(61)
    ReferenceData returnRows(ObjectProvider<Catalogue> catalogue) {
        return ROWS.rule(
                answers -> ReturnRow.of(answers).problem(catalogue.getObject().now()));
    }
}
