package localgov.ims.imports;

import static localgov.ims.settings.Field.longSecret;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.kernel.CardNumbers;
import localgov.ims.people.Permission;
import localgov.ims.settings.AskedBy;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Files that the council describes itself. What they say decides where money is booked, so it takes two people.
@Configuration(proxyBeanMethods = false)
class DescriptionsData {
    static final String SLUG = "file-descriptions";
    private static final int LONGEST_DEFINITION = 60_000;

    static final ReferenceData DESCRIPTIONS = ReferenceData.of(
                    "imports_description",
                    both("file description", "disgrifiad ffeil"),
                    both("file descriptions", "disgrifiadau ffeiliau"),
                    text("code", "Code", "Cod", 60)
                            .matching(ImportsData.CODE)
                            .hint(
                                    "Small letters, digits and hyphens. With the code of a description that comes with the"
                                            + " system, yours takes its place",
                                    "Llythrennau bach, digidau a chysylltnodau. Gyda chod disgrifiad sy’n dod gyda’r"
                                            + " system, bydd eich un chi yn cymryd ei le"),
                    text("name", "Name", "Enw", 200),
                    longText("definition", "Definition (JSON)", "Diffiniad (JSON)", LONGEST_DEFINITION),
                    longSecret("sample", "Sample of the file", "Sampl o’r ffeil", Samples.LONGEST)
                            .optional(),
                    yesNo("open", "Reads files", "Yn darllen ffeiliau"))
            .under(Part.ARRIVING)
            .needingApproval()
            .rule(DescriptionsData::canBeUsed)
            .rule(DescriptionsData::hasNoCardNumbers);

    @Bean
    @Order(52)
    ReferenceData fileDescriptions() {
        return DESCRIPTIONS;
    }

    /// Whoever hands files in may describe them.
    @Bean
    AskedBy whoDescribesFiles() {
        return new AskedBy(SLUG, Permission.TAKE_IN_FILES);
    }

    private static Optional<Problem> canBeUsed(Map<String, String> answers) {
        return switch (Profile.read(answers.getOrDefault("definition", ""))) {
            case Profile.Reading.Bad(var faults) -> {
                var fault = faults.getFirst();
                yield Optional.of(new Problem(
                        "definition",
                        "profile",
                        both("The definition cannot be used. %s%s", "Ni ellir defnyddio’r diffiniad. %s%s")
                                .filled(
                                        fault.path().isEmpty() ? "" : fault.path() + ": ",
                                        DescriptionFaults.of(fault))));
            }
            case Profile.Reading.Good _ -> Optional.empty();
        };
    }

    private static Optional<Problem> hasNoCardNumbers(Map<String, String> answers) {
        var sample = answers.getOrDefault("sample", "");
        return CardNumbers.masked(sample).equals(sample)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "sample",
                        "card-number",
                        "The sample has what looks like a card number. Put asterisks in its place",
                        "Mae gan y sampl yr hyn sy’n edrych fel rhif cerdyn. Rhowch sêr yn ei le"));
    }
}
