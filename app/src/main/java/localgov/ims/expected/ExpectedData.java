package localgov.ims.expected;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.choices;
import static localgov.ims.settings.Field.date;
import static localgov.ims.settings.Field.email;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.time;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.Map;
import java.util.Optional;
import localgov.ims.people.People;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Which files are expected, as the council writes it down.
@Configuration(proxyBeanMethods = false)
class ExpectedData {
    static final ReferenceData FILES = ReferenceData.of(
                    "expected_file",
                    both("expected file", "ffeil ddisgwyliedig"),
                    both("expected files", "ffeiliau disgwyliedig"),
                    text("code", "Code", "Cod", 30).matching("(?!source-)[a-z0-9][a-z0-9-]*"),
                    text("name", "Name", "Enw", 100),
                    choice("source", "Where it comes from", "O ble y daw", "import-sources"),
                    choice(
                            "pattern",
                            "Of which days one is expected",
                            "Ar gyfer pa ddiwrnodau y disgwylir un",
                            choices(
                                    Recurring.class,
                                    one -> one.words().english(),
                                    one -> one.words().welsh())),
                    text("days", "Which of them", "Pa rai ohonynt", 100)
                            .optional()
                            .hint(
                                    "Monday, Thursday for days of the week; 1, 15 for days of the month; 1, -1 for its first"
                                            + " and its last working day. Leave it blank for each working day",
                                    "Llun, Iau ar gyfer dyddiau’r wythnos; 1, 15 ar gyfer dyddiau’r mis; 1, -1 ar gyfer ei"
                                            + " ddiwrnod gwaith cyntaf a’i olaf. Gadewch yn wag ar gyfer pob diwrnod"
                                            + " gwaith"),
                    choice(
                            "comes",
                            "When the file of a day comes",
                            "Pryd y daw ffeil diwrnod",
                            choices(
                                    Comes.class,
                                    one -> one.words().english(),
                                    one -> one.words().welsh())),
                    time("due_by", "Expected by", "Disgwylir erbyn")
                            .optional()
                            .hint("For example, 09:30", "Er enghraifft, 09:30"),
                    number("grace", "Days of grace", "Diwrnodau o ras")
                            .optional()
                            .matching("\\d|[12]\\d|30")
                            .hint(
                                    "How many days late it may be before it counts as missing: 0 to 30",
                                    "Sawl diwrnod yn hwyr y caiff fod cyn ei chyfrif ar goll: 0 i 30"),
                    choice(
                            "holidays",
                            "Bank holidays that it keeps",
                            "Gwyliau banc y mae’n eu cadw",
                            choices(
                                    Nation.class,
                                    one -> one.words().english(),
                                    one -> one.words().welsh())),
                    yesNo("numbered", "Numbered without gaps", "Wedi’i rhifo heb fylchau")
                            .hint(
                                    "A number that is left out is shown as a gap",
                                    "Dangosir rhif a adawyd allan fel bwlch"),
                    email("told", "Who is told", "Pwy gaiff wybod")
                            .optional()
                            .hint(
                                    "A colleague. Leave it blank to tell everybody who hands in files",
                                    "Cydweithiwr. Gadewch yn wag i roi gwybod i bawb sy’n cyflwyno ffeiliau"),
                    date("starts_on", "First day", "Diwrnod cyntaf"),
                    date("ends_on", "Last day", "Diwrnod olaf").optional())
            .lasting("starts_on", "ends_on")
            .rule(ExpectedData::days)
            .under(Part.ARRIVING);

    static final ReferenceData HOLIDAYS = ReferenceData.of(
                    "expected_extra_holiday",
                    both("extra bank holiday", "gŵyl banc ychwanegol"),
                    both("extra bank holidays", "gwyliau banc ychwanegol"),
                    date("day", "Day", "Diwrnod"),
                    text("name", "Name", "Enw", 100))
            .under(Part.ARRIVING);

    private static Optional<Problem> days(Map<String, String> answers) {
        var days = answers.getOrDefault("days", "");
        return Recurring.valueOf(answers.getOrDefault("pattern", "")).understands(days)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "days",
                        "not-understood",
                        days.isEmpty()
                                ? "Enter which of these days, with commas between"
                                : "These are not days of the kind that you chose",
                        days.isEmpty()
                                ? "Rhowch pa rai o’r diwrnodau hyn, gyda choma rhyngddynt"
                                : "Nid yw’r rhain yn ddiwrnodau o’r math a ddewisoch"));
    }

    @Bean
    @Order(53)
    ReferenceData expectedFilesData() {
        return FILES;
    }

    @Bean
    @Order(54)
    ReferenceData extraBankHolidays() {
        return HOLIDAYS;
    }

    /// Only colleagues are written to.
    @Bean
    Objection toldAreColleagues(People people) {
        return (type, after) -> {
            var told = after.getOrDefault("told", "");
            return !type.equals(FILES.slug())
                            || told.isEmpty()
                            || people.find(told).isPresent()
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            "told",
                            "no-colleague",
                            "Enter the address of somebody who works here",
                            "Rhowch gyfeiriad rhywun sy’n gweithio yma"));
        };
    }
}
