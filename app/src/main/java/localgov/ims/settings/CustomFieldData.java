package localgov.ims.settings;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The fields a council adds to other types. What a field is on, its code and its kind stay as they are, so that
/// whatever was answered can always be read.
@Configuration(proxyBeanMethods = false)
class CustomFieldData {
    static final String ON = "on_type";
    static final String CODE = "code";
    static final String KIND = "kind";
    static final String CHOICES = "choices";
    static final String REQUIRED = "required";
    static final String PLACE = "place";

    /// What takes further fields: the tables have a column `custom`.
    private static final List<Field.Choice> TYPES = List.of(
            Field.Choice.of("funds", "Funds", "Cronfeydd"),
            Field.Choice.of("methods-of-payment", "Methods of payment", "Dulliau talu"),
            Field.Choice.of("vat-codes", "VAT codes", "Codau TAW"),
            Field.Choice.of("import-sources", "Import sources", "Ffynonellau ffeiliau"),
            Field.Choice.of(FurtherFields.ACCOUNTS, "Account holders", "Deiliaid cyfrifon"));

    static final ReferenceData CUSTOM_FIELDS = ReferenceData.of(
                    "settings_custom_field",
                    both("custom field", "maes ychwanegol"),
                    both("custom fields", "meysydd ychwanegol"),
                    choice(ON, "What it is on", "Ar beth y mae", TYPES),
                    text("name", "Name", "Enw", 60),
                    text("name_cy", "Name in Welsh", "Enw yn Gymraeg", 60),
                    text("hint", "Hint", "Awgrym", 200).optional(),
                    text("hint_cy", "Hint in Welsh", "Awgrym yn Gymraeg", 200).optional(),
                    longText(CHOICES, "Choices, when it is one of a list", "Dewisiadau, os yw’n un o restr")
                            .optional()
                            .hint(
                                    "One on each line: a code, English and Welsh, with | between. For example,"
                                            + " north | North | Gogledd",
                                    "Un ar bob llinell: cod, Saesneg a Chymraeg, gyda | rhyngddynt. Er enghraifft,"
                                            + " north | North | Gogledd"),
                    yesNo(REQUIRED, "Must be answered", "Rhaid ei ateb")
                            .hint(
                                    "A yes or no that nobody has answered counts as no",
                                    "Mae ie neu na heb ei ateb yn cyfrif fel na"),
                    number(PLACE, "Place among the others", "Lle ymhlith y lleill")
                            .optional()
                            .matching("\\d{1,4}")
                            .hint(
                                    "The lowest comes first. The first two stand in lists, too",
                                    "Yr isaf sy’n dod gyntaf. Mae’r ddau gyntaf mewn rhestrau hefyd"))
            .and(text(CODE, "Code", "Cod", 30)
                    .matching("[a-z][a-z0-9_]{0,29}")
                    .hint(
                            "Small letters, digits and _, beginning with a letter. Files and programs use it",
                            "Llythrennau bach, digidau a _, gan ddechrau â llythyren. Mae ffeiliau a rhaglenni’n ei"
                                    + " ddefnyddio"))
            .and(choice(
                            KIND,
                            "Kind of answer",
                            "Math o ateb",
                            choices(CustomKind.class, CustomKind::words, CustomKind::welsh))
                    .hint("It cannot be changed later", "Ni ellir ei newid wedyn"))
            .under(Part.COUNCIL)
            .rule(CustomFieldData::aListHasChoices)
            .rule(CustomFieldData::aHintIsInBothLanguages)
            .rule(CustomFieldData::filesOfHoldersNeedNothing);

    @Bean
    @Order(2)
    ReferenceData customFields() {
        return CUSTOM_FIELDS;
    }

    static boolean takes(ReferenceData data) {
        return TYPES.stream().anyMatch(choice -> choice.value().equals(data.slug()));
    }

    private static Optional<Problem> aListHasChoices(Map<String, String> answers) {
        var choices = answers.getOrDefault(CHOICES, "");
        if (!CustomKind.LIST.name().equals(answers.get(KIND))) {
            return choices.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            CHOICES, "no-list", "Only a list has choices", "Dim ond rhestr sydd â dewisiadau"));
        }
        if (choices.isEmpty()) {
            return Optional.of(
                    Problem.of(CHOICES, "required", "Enter the choices of the list", "Rhowch ddewisiadau’r rhestr"));
        }
        return CustomChoices.read(choices).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        CHOICES,
                        "form",
                        "Each line must have a code, English and Welsh, with | between, and each code once",
                        "Rhaid i bob llinell gynnwys cod, Saesneg a Chymraeg, gyda | rhyngddynt, a phob cod unwaith"));
    }

    private static Optional<Problem> aHintIsInBothLanguages(Map<String, String> answers) {
        boolean english = !answers.getOrDefault("hint", "").isEmpty();
        boolean welsh = !answers.getOrDefault("hint_cy", "").isEmpty();
        return english == welsh
                ? Optional.empty()
                : Optional.of(Problem.of(
                        english ? "hint_cy" : "hint",
                        "both",
                        "Enter the hint in both languages",
                        "Rhowch yr awgrym yn y ddwy iaith"));
    }

    /// What other systems send would be refused from one minute to the next.
    private static Optional<Problem> filesOfHoldersNeedNothing(Map<String, String> answers) {
        return FurtherFields.ACCOUNTS.equals(answers.get(ON)) && "yes".equals(answers.get(REQUIRED))
                ? Optional.of(Problem.of(
                        REQUIRED,
                        "not-required",
                        "What service systems say of account holders cannot be required here",
                        "Ni all fod yn ofynnol yma beth mae systemau gwasanaeth yn ei ddweud am ddeiliaid cyfrifon"))
                : Optional.empty();
    }
}
