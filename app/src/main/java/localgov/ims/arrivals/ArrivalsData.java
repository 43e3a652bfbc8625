package localgov.ims.arrivals;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.number;
import static localgov.ims.settings.Field.secret;
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
    static final String HOST = "host";
    static final String PORT = "port";
    static final String USERNAME = "username";
    static final String SIGN_IN = "sign_in";
    static final String PASSWORD = "password";
    static final String HOST_KEY = "host_key";
    private static final String ONLY_SERVERS_CY = "Ar gyfer gweinydd yn unig";
    private static final int LAST_PORT = 65_535;
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
                            List.of(
                                    Field.Choice.of("FOLDER", "A folder of this system", "Ffolder yn y system hon"),
                                    Field.Choice.of(
                                            "SFTP",
                                            "A server of somebody else (SFTP)",
                                            "Gweinydd rhywun arall (SFTP)"))),
                    text(FOLDER, "Folder", "Ffolder", 300)
                            .optional()
                            .hint(
                                    "Within the folder that the operator lets the council use, such as bank/statements. On a"
                                            + " server, left blank, where one arrives there",
                                    "O fewn y ffolder y mae’r gweithredwr yn gadael i’r cyngor ei defnyddio, er enghraifft"
                                            + " bank/statements. Ar weinydd, os gadewir yn wag, lle y cyrhaeddir yno"),
                    text(HOST, "Name of the server", "Enw’r gweinydd", 200)
                            .optional()
                            .hint("For a server only", ONLY_SERVERS_CY)
                            .matching("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"),
                    number(PORT, "Port", "Porth").optional().hint("22 when it is left blank", "22 os gadewir yn wag"),
                    text(USERNAME, "User name there", "Enw defnyddiwr yno", 100)
                            .optional()
                            .hint("For a server only", ONLY_SERVERS_CY),
                    choice(
                                    SIGN_IN,
                                    "How the council signs in there",
                                    "Sut mae’r cyngor yn mewngofnodi yno",
                                    List.of(
                                            Field.Choice.of(
                                                    "KEY",
                                                    "With a key that this system makes",
                                                    "Gydag allwedd y mae’r system hon yn ei gwneud"),
                                            Field.Choice.of("PASSWORD", "With a password", "Gyda chyfrinair")))
                            .optional()
                            .hint("For a server only", ONLY_SERVERS_CY),
                    secret(PASSWORD, "Password", "Cyfrinair").optional(),
                    text(HOST_KEY, "Key of the server", "Allwedd y gweinydd", 100)
                            .optional()
                            .hint(
                                    "Its kind and fingerprint, as the other side states them: ssh-ed25519 SHA256:… Left"
                                            + " blank, the place shows the key that the server has, to be agreed to",
                                    "Ei math a’i hôl bys, fel y mae’r ochr arall yn eu nodi: ssh-ed25519 SHA256:… Os"
                                            + " gadewir yn wag, mae’r man yn dangos allwedd y gweinydd, i gytuno arni")
                            .matching("(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) SHA256:[A-Za-z0-9+/]{43}"),
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
            .rule(ArrivalsData::folderStaysInside)
            .rule(ArrivalsData::serverIsWhole)
            .rule(ArrivalsData::passwordIsThere);

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

    private static boolean isServer(Map<String, String> answers) {
        return answers.getOrDefault(KIND, "").equals("SFTP");
    }

    private static Optional<Problem> serverIsWhole(Map<String, String> answers) {
        var port = answers.getOrDefault(PORT, "");
        if (!port.isEmpty() && (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > LAST_PORT)) {
            return Optional.of(
                    Problem.of(PORT, "range", "Port must be from 1 to 65535", "Rhaid i’r porth fod o 1 i 65535"));
        }
        return !isServer(answers)
                ? Optional.empty()
                : missing(answers, HOST, "Enter the name of the server", "Rhowch enw’r gweinydd")
                        .or(() ->
                                missing(answers, USERNAME, "Enter the user name there", "Rhowch yr enw defnyddiwr yno"))
                        .or(() -> missing(
                                answers,
                                SIGN_IN,
                                "Choose how the council signs in there",
                                "Dewiswch sut mae’r cyngor yn mewngofnodi yno"));
    }

    private static Optional<Problem> missing(Map<String, String> answers, String column, String english, String welsh) {
        return answers.getOrDefault(column, "").isEmpty()
                ? Optional.of(Problem.of(column, "required", english, welsh))
                : Optional.empty();
    }

    private static Optional<Problem> passwordIsThere(Map<String, String> answers) {
        return isServer(answers) && answers.getOrDefault(SIGN_IN, "").equals("PASSWORD")
                ? missing(answers, PASSWORD, "Enter the password", "Rhowch y cyfrinair")
                : Optional.empty();
    }
}
