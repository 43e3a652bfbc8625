package localgov.ims.arrivals;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Field.yesNo;
import static localgov.ims.settings.Phrase.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.settings.Field;
import localgov.ims.settings.Part;
import localgov.ims.settings.Problem;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.SettingsPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Where files arrive without a person, as a council writes it down: two people agree, because money is posted from
/// what lies there.
@Configuration(proxyBeanMethods = false)
class ArrivalsData {
    static final String CODE = "[a-z0-9][a-z0-9-]*";
    static final String KIND = "kind";
    static final String FOLDER = "folder";
    static final String MINUTES = "minutes";
    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    static final String SAFE_FOLDER = "%1$s(/%1$s)*".formatted(PART);
    private static final int MINUTES_OF_A_DAY = 1_440;

    static final ReferenceData PLACES = ReferenceData.of(
                    "arrivals_place",
                    both("place where files arrive", "man lle mae ffeiliau’n cyrraedd"),
                    both("places where files arrive", "mannau lle mae ffeiliau’n cyrraedd"),
                    text("code", "Code", "Cod", 40)
                            .matching(CODE)
                            .hint("Small letters, digits and hyphens", "Llythrennau bach, digidau a chysylltnodau"),
                    text("name", "Name", "Enw", 100),
                    choice(
                            KIND,
                            "What it is",
                            "Beth ydyw",
                            List.of(Field.Choice.of("FOLDER", "A folder of this system", "Ffolder yn y system hon"))),
                    text(FOLDER, "Folder", "Ffolder", 300)
                            .optional()
                            .hint(
                                    "Within the folder that the operator lets the council use, such as bank/statements",
                                    "O fewn y ffolder y mae’r gweithredwr yn gadael i’r cyngor ei defnyddio, er enghraifft"
                                            + " bank/statements"),
                    text(
                                    "file_names",
                                    "Names of the files to take, with commas between",
                                    "Enwau’r ffeiliau i’w cymryd, gyda choma rhyngddynt",
                                    300)
                            .optional()
                            .hint(
                                    "A * stands for anything. Left blank, every file is taken",
                                    "Mae * yn golygu unrhyw beth. Os gadewir yn wag, cymerir pob ffeil")
                            .matching("[^,/]+(,[^,/]+)*"),
                    choice("source", "Import source", "Ffynhonnell ffeiliau", "import-sources")
                            .optional()
                            .hint(
                                    "Left blank, the name of each file tells where it comes from",
                                    "Os gadewir yn wag, mae enw pob ffeil yn dangos o ble y daw"),
                    choice(
                            "afterwards",
                            "Once a file is taken",
                            "Ar ôl cymryd ffeil",
                            List.of(
                                    Field.Choice.of(
                                            "DONE",
                                            "It is moved to the folder done there",
                                            "Caiff ei symud i’r ffolder done yno"),
                                    Field.Choice.of("DELETE", "It is deleted there", "Caiff ei dileu yno"),
                                    Field.Choice.of("LEAVE", "It is left where it is", "Caiff ei gadael lle y mae"))),
                    number(MINUTES, "Minutes between two looks", "Munudau rhwng dau olwg")
                            .hint("From 1 to 1440, which is a day", "O 1 i 1440, sef diwrnod"),
                    yesNo(
                                    "look_first",
                                    "Each file waits until somebody has looked at it",
                                    "Mae pob ffeil yn aros nes bod rhywun wedi edrych arni")
                            .hint(
                                    "It is held, and nothing of it is posted before",
                                    "Caiff ei dal, ac ni chaiff dim ohoni ei bostio cyn hynny"),
                    yesNo("open", "Is looked at", "Edrychir arno"))
            .under(Part.ARRIVING)
            .needingApproval()
            .rule(ArrivalsData::minutesAreOfADay)
            .rule(ArrivalsData::folderStaysInside);

    @Bean
    @Order(52)
    ReferenceData placesWhereFilesArrive() {
        return PLACES;
    }

    @Bean
    SettingsPlace whatArrived() {
        return new SettingsPlace(
                Part.ARRIVING,
                both("files that come by themselves", "ffeiliau sy’n dod ohonynt eu hunain"),
                ArrivalScreens.PATH);
    }

    private static Optional<Problem> minutesAreOfADay(Map<String, String> answers) {
        var minutes = answers.getOrDefault(MINUTES, "");
        return minutes.matches("[1-9]\\d{0,3}") && Integer.parseInt(minutes) <= MINUTES_OF_A_DAY
                ? Optional.empty()
                : Optional.of(Problem.of(
                        MINUTES,
                        "range",
                        "Minutes between two looks must be from 1 to 1440",
                        "Rhaid i’r munudau rhwng dau olwg fod o 1 i 1440"));
    }

    private static Optional<Problem> folderStaysInside(Map<String, String> answers) {
        return !answers.getOrDefault(KIND, "").equals("FOLDER")
                        || answers.getOrDefault(FOLDER, "").matches(SAFE_FOLDER)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        FOLDER,
                        "inside",
                        "Enter a folder as names with / between, such as bank/statements. No name begins with a dot",
                        "Rhowch ffolder fel enwau gyda / rhyngddynt, er enghraifft bank/statements. Nid oes enw’n dechrau"
                                + " â dot"));
    }
}
