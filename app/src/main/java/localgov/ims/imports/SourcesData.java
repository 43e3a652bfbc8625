package localgov.ims.imports;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.email;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.time;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import localgov.ims.formats.FileFormat;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Where the council's files come from, as it writes it down.
@Configuration(proxyBeanMethods = false)
class SourcesData {
    private static final String FILE_NAME = "[^,]+";
    private static final List<String> DAYS_IN_WELSH = List.of(
            "ddydd Llun", "ddydd Mawrth", "ddydd Mercher", "ddydd Iau", "ddydd Gwener", "ddydd Sadwrn", "ddydd Sul");

    static final ReferenceData SOURCES = ReferenceData.of(
                    "imports_source",
                    both("import source", "ffynhonnell ffeiliau"),
                    both("import sources", "ffynonellau ffeiliau"),
                    text("code", "Code", "Cod", 30).matching(ImportsData.CODE),
                    fields())
            .under(Part.ARRIVING)
            .guarding("profile", "bank_account", "method", "totals_must_tie");

    private static Field[] fields() {
        var before = Stream.of(
                text("name", "Name", "Enw", 100),
                choice("format", "Format", "Fformat", formats())
                        .optional()
                        .hint("A file of another format is held", "Caiff ffeil o fformat arall ei dal"),
                text("profile", "Description of its files", "Disgrifiad o’i ffeiliau", 60)
                        .optional()
                        .hint(
                                "Its code, such as allpay. Leave it blank for the formats of banks, and where the content"
                                        + " of the file tells",
                                "Ei god, er enghraifft allpay. Gadewch yn wag ar gyfer fformatau banciau, a lle mae"
                                        + " cynnwys y ffeil yn dangos hynny")
                        .matching(ImportsData.CODE),
                choice("bank_account", "Bank account", "Cyfrif banc", "bank-accounts")
                        .optional()
                        .hint("A statement of another account is held", "Caiff cyfriflen cyfrif arall ei dal"),
                choice("method", "Method of payment of its lines", "Dull talu ei llinellau", "methods-of-payment")
                        .optional(),
                text(
                                "file_names",
                                "Names of its files, with commas between",
                                "Enwau ei ffeiliau, gyda choma rhyngddynt",
                                300)
                        .optional()
                        .hint(
                                "A * stands for anything. A file with such a name is known to come from here",
                                "Mae * yn golygu unrhyw beth. Gwyddys mai oddi yma y daw ffeil ag enw o’r fath")
                        .matching("%1$s(,%1$s)*".formatted(FILE_NAME)),
                yesNo("totals_must_tie", "Every total must tie", "Rhaid i bob cyfanswm gytuno")
                        .hint(
                                "A file is held when one differs, or when it states none",
                                "Caiff ffeil ei dal pan fo un yn wahanol, neu pan nad oes ganddi un"));
        var after = Stream.of(
                time("due_by", "Expected by", "Disgwylir erbyn")
                        .optional()
                        .hint("For example, 09:30", "Er enghraifft, 09:30"),
                email("contact", "Who to ask when it is late", "Pwy i’w holi pan fydd yn hwyr")
                        .optional(),
                yesNo("open", "Sends files", "Yn anfon ffeiliau"));
        return Stream.of(before, Arrays.stream(DayOfWeek.values()).map(SourcesData::expected), after)
                .flatMap(fields -> fields)
                .toArray(Field[]::new);
    }

    private static List<Field.Choice> formats() {
        return Arrays.stream(FileFormat.values())
                .map(format -> Field.Choice.of(format.name(), format.words(), FormatInWelsh.of(format)))
                .toList();
    }

    private static Field expected(DayOfWeek day) {
        var english = day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
        return yesNo(
                column(day), "Expected on %ss".formatted(english), "Disgwylir ar " + DAYS_IN_WELSH.get(day.ordinal()));
    }

    static String column(DayOfWeek day) {
        return "on_" + day.name().toLowerCase(Locale.ROOT);
    }

    @Bean
    @Order(51)
    ReferenceData importSources() {
        return SOURCES;
    }
}
