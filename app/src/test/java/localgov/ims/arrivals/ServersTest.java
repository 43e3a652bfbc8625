package localgov.ims.arrivals;

import static localgov.ims.arrivals.Mailroom.statement;
import static localgov.ims.arrivals.Mailroom.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import localgov.ims.platform.Outside;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Files are fetched from a server of somebody else, of which two people have said which one it is.
@WithCouncil
@Timeout(60)
class ServersTest {
    private static final KeyPair HERS = BankServer.key("Ed25519");
    private static final KeyPair HER_OTHER = BankServer.key("RSA");
    private static final KeyPair SOMEBODYS = BankServer.key("Ed25519");

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    @TempDir
    Path base;

    Mailroom room;
    BankServer bank;

    @BeforeEach
    void aBank() throws IOException {
        within(() -> {
            app.getBean(DemoCatalogue.class).load();
            return true;
        });
        room = new Mailroom(app, base.resolve("folders"));
        bank = new BankServer(base.resolve("bank"), 0, HERS);
        Files.createDirectories(bank.folder.resolve("out"));
    }

    @AfterEach
    void closed() throws IOException {
        bank.close();
        room.servers.stop();
    }

    private String place(Map<String, String> otherwise) {
        var answers = new HashMap<>(Map.of(
                "kind",
                "SFTP",
                "folder",
                "out",
                "host",
                "localhost",
                "port",
                Integer.toString(bank.port()),
                "username",
                BankServer.USER,
                "sign_in",
                "PASSWORD",
                "password",
                BankServer.PASSWORD,
                "host_key",
                HostKeyWatch.written(HERS.getPublic())));
        answers.putAll(otherwise);
        return room.place(answers);
    }

    private byte[] send(String name) {
        var bytes = statement();
        try {
            Files.write(bank.folder.resolve("out").resolve(name), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes;
    }

    private Trouble trouble(String place) {
        return within(() -> room.standings.of(place)).trouble();
    }

    private Document page(String path) throws Exception {
        var reply = mvc.get().uri(path).with(SignedInAs.admin()).exchange();
        assertThat(reply).hasStatusOk();
        return Jsoup.parse(reply.getResponse().getContentAsString());
    }

    private MvcTestResult post(String path, Map<String, String> answers) {
        var request = mvc.post().uri(path).with(SignedInAs.admin()).with(SecurityMockMvcRequestPostProcessors.csrf());
        answers.forEach(request::param);
        return request.exchange();
    }

    private void approved(String place) {
        within(() -> {
            var approver = people.find("approver@demo.example").orElseThrow();
            var waiting = settings.waiting(ArrivalsData.PLACES, place);
            assertThat(waiting).hasSize(1);
            assertThat(approvals.approve(waiting.getFirst().id(), approver)).isInstanceOf(Approval.Approved.class);
            return true;
        });
    }

    @Test
    void aFileIsFetchedOnceAndMovedAway() throws Exception {
        var place = place(Map.of());
        var bytes = send("statement.txt");
        room.look(place);
        assertThat(room.importsOf(bytes)).isZero();
        room.look(place);
        assertThat(trouble(place)).isNull();
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(bank.files("out")).isEmpty();
        assertThat(bank.files("out/done")).containsExactly("statement.txt");
        room.lookTwice(place);
        assertThat(room.of(place)).hasSize(1);
    }

    @Test
    void nothingHappensUntilTwoPeopleAgreeToTheKeyThatTheServerShows() throws Exception {
        var place = place(Map.of("host_key", ""));
        var bytes = send("statement.txt");
        room.lookTwice(place);
        assertThat(trouble(place)).isEqualTo(Trouble.NO_SERVER_KEY);
        assertThat(bank.passwords).hasValue(0);
        var path = ArrivalScreens.path(place);
        var shown = page(path).select("#seen-key").text();
        assertThat(shown).isEqualTo(HostKeyWatch.written(HERS.getPublic()));
        assertThat(post(path + "/agree", Map.of("host-key", shown))).hasStatus(303);
        room.lookTwice(place);
        assertThat(room.importsOf(bytes)).isZero();
        approved(place);
        room.lookTwice(place);
        assertThat(trouble(place)).isNull();
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(page(path).select("#seen-key")).isEmpty();
    }

    @Test
    void aKeyThatTheServerNoLongerShowsCannotBeAgreedTo() throws Exception {
        var place = place(Map.of("host_key", ""));
        room.look(place);
        assertThat(post(
                        ArrivalScreens.path(place) + "/agree",
                        Map.of("host-key", HostKeyWatch.written(SOMEBODYS.getPublic()))))
                .hasStatus(303);
        assertThat(within(() -> settings.waiting(ArrivalsData.PLACES, place))).isEmpty();
    }

    @Test
    void aServerWithAnotherKeyGetsNoPasswordAndIsLeftAloneUntilTwoPeopleAgree() throws Exception {
        var place = place(Map.of());
        room.look(place);
        int port = bank.port();
        bank.close();
        bank = new BankServer(base.resolve("bank"), port, SOMEBODYS);
        var bytes = send("statement.txt");
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.KEY_CHANGED);
        assertThat(room.look(place)).isFalse();
        assertThat(bank.passwords).hasValue(0);
        assertThat(room.importsOf(bytes)).isZero();
        var page = page(ArrivalScreens.path(place));
        assertThat(page.text()).contains("another key than the one that was agreed to");
        assertThat(page.select("#seen-key").text()).isEqualTo(HostKeyWatch.written(SOMEBODYS.getPublic()));
        assertThat(post(
                        ArrivalScreens.path(place) + "/agree",
                        Map.of("host-key", page.select("#seen-key").text())))
                .hasStatus(303);
        approved(place);
        room.lookTwice(place);
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void whenTheRightServerIsBackAnAttemptIsEnoughToGoThereAgain() throws Exception {
        var place = place(Map.of());
        var bytes = send("statement.txt");
        int port = bank.port();
        bank.close();
        bank = new BankServer(base.resolve("bank"), port, SOMEBODYS);
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.KEY_CHANGED);
        bank.close();
        bank = new BankServer(base.resolve("bank"), port, HERS);
        assertThat(room.look(place)).isFalse();
        var trying = new Trying(room.reaching, room.standings, room.clock);
        assertThat(within(() -> trying.reach(room.places.find(place).orElseThrow())))
                .isInstanceOf(Trying.Tried.Works.class);
        assertThat(page(ArrivalScreens.path(place)).select("#seen-key")).isEmpty();
        room.lookTwice(place);
        assertThat(trouble(place)).isNull();
        assertThat(room.importsOf(bytes)).isOne();
    }

    @Test
    void aServerWithAKeyOfAnotherKindAloneIsAnotherServer() throws Exception {
        var place = place(Map.of());
        int port = bank.port();
        bank.close();
        bank = new BankServer(base.resolve("bank"), port, HER_OTHER);
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.KEY_CHANGED);
        assertThat(bank.passwords).hasValue(0);
    }

    @Test
    void ofSeveralKeysTheOneThatIsAgreedToCounts() throws Exception {
        int port = bank.port();
        bank.close();
        bank = new BankServer(base.resolve("bank"), port, HERS, HER_OTHER);
        for (var key : List.of(HERS, HER_OTHER)) {
            var place = place(Map.of("host_key", HostKeyWatch.written(key.getPublic())));
            room.look(place);
            assertThat(trouble(place)).isNull();
        }
    }

    @Test
    void theCouncilSignsInWithAKeyWhoseSecretHalfNobodySees() throws Exception {
        var place = place(Map.of("sign_in", "KEY", "password", ""));
        var bytes = send("statement.txt");
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.NO_KEY_OF_OURS);
        var path = ArrivalScreens.path(place);
        assertThat(post(path + "/key", Map.of())).hasStatus(303);
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.SIGN_IN_REFUSED);
        bank.letIn.add(page(path).select("#our-key").text());
        room.lookTwice(place);
        assertThat(trouble(place)).isNull();
        assertThat(room.importsOf(bytes)).isOne();
        assertThat(bank.passwords).hasValue(0);
        assertThat(within(() -> Objects.requireNonNull(app.getBean(JdbcClient.class)
                        .sql("""
                select locked
                  from arrivals_key
                 where place = :place
                """)
                        .param("place", place)
                        .query(String.class)
                        .single())))
                .contains(":")
                .doesNotContain("PRIVATE");
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() {
        var place = place(Map.of("password", "something else"));
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.SIGN_IN_REFUSED);
    }

    @Test
    void aFolderThatIsNotThereIsSaidToBeGone() {
        var place = place(Map.of("folder", "nowhere"));
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.FOLDER_GONE);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatNeverSpeaksHoldsNobodyForLong() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var place = place(Map.of("port", Integer.toString(silent.getLocalPort())));
            // Without a limit of its own the call would never end.
            room.look(place);
            assertThat(trouble(place)).isEqualTo(Trouble.NO_ANSWER);
        }
    }

    @Test
    void aServerInsideIsReachedOnlyWhereTheOperatorOpenedItsNetwork() {
        var place = place(Map.of());
        room.reaching = new Reaching(room.folders, room.servers(new Outside("", false)));
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.FORBIDDEN_HOST);
        room.reaching = new Reaching(room.folders, room.servers(new Outside("127.0.0.0/8,::1/128", false)));
        room.look(place);
        assertThat(trouble(place)).isNull();
    }

    @Test
    void aServerThatNobodyKnowsIsSaidToBeUnknown() {
        var place = place(Map.of("host", "no-such-server.invalid"));
        room.look(place);
        assertThat(trouble(place)).isEqualTo(Trouble.UNKNOWN_HOST);
    }
}
