package localgov.ims.imports;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.longText;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// How long the council keeps files as they came, and the examples of lines on which rules were tried. There is one
/// entry of each or none; two people agree, because what is deleted does not come back.
@Configuration(proxyBeanMethods = false)
class KeepingData {
    static final String KEY = "FILES";
    static final String MONTHS = "months";
    private static final int FEWEST = 12;
    private static final int MOST = 600;

    static final ReferenceData KEEPING = ReferenceData.of(
                    "imports_keeping",
                    both("how long files are kept", "am faint y cedwir ffeiliau"),
                    both("how long files are kept", "am faint y cedwir ffeiliau"),
                    choice(
                            "code",
                            "What",
                            "Beth",
                            List.of(
                                    Field.Choice.of(KEY, "Files as they came", "Ffeiliau fel y daethant"),
                                    Field.Choice.of(
                                            "TRIED",
                                            "Examples of lines on which rules were tried",
                                            "Enghreifftiau o linellau y profwyd rheolau arnynt"))),
                    number(MONTHS, "Months after they came", "Misoedd ar ôl iddynt ddod")
                            .hint(
                                    "From 12 to 600. When nothing is written down here, 84 for files and 12 for examples. What a"
                                            + " file said stays in any case in its lines",
                                    "O 12 i 600. Pan nad oes dim wedi’i gofnodi yma, 84 ar gyfer ffeiliau a 12 ar gyfer"
                                            + " enghreifftiau. Mae’r hyn a ddywedodd ffeil yn aros beth bynnag yn ei llinellau"),
                    longText("note", "Why", "Pam").optional())
            .under(Part.ARRIVING)
            .needingApproval()
            .rule(KeepingData::monthsAreSome);

    @Bean
    @Order(53)
    ReferenceData howLongFilesAreKept() {
        return KEEPING;
    }

    private static Optional<Problem> monthsAreSome(Map<String, String> answers) {
        var months = answers.getOrDefault(MONTHS, "");
        boolean some =
                months.matches("\\d{1,3}") && Integer.parseInt(months) >= FEWEST && Integer.parseInt(months) <= MOST;
        return some
                ? Optional.empty()
                : Optional.of(Problem.of(
                        MONTHS,
                        "range",
                        "Months after they came must be from 12 to 600",
                        "Rhaid i’r misoedd ar ôl iddynt ddod fod o 12 i 600"));
    }
}
