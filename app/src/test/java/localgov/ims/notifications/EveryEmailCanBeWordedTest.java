package localgov.ims.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import localgov.ims.TestCouncil;
import localgov.ims.WithCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.messages.Email;
import localgov.ims.messages.MessageKind;
import localgov.ims.messages.MessageKinds;
import localgov.ims.messages.Sent;
import localgov.ims.people.DemoPeople;
import localgov.ims.people.SignedInAs;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whatever e-mail is sent, to payers or to colleagues, a council can word, in both languages.
@WithCouncil
class EveryEmailCanBeWordedTest {
    private static final Path SOURCES = Path.of("src/main/java/localgov/ims");
    private static final Pattern EMAIL = Pattern.compile("new Email\\(\\s*([A-Za-z.]+|\"[^\"]*\")(\\(\\))?,");
    private static final String FORGOTTEN = "people-forgotten";

    @Autowired
    ApplicationContext app;

    @Autowired
    MessageKinds kinds;

    @Autowired
    Settings settings;

    @Autowired
    WordingData data;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void somebody() {
        within(() -> {
            app.getBean(DemoPeople.class).load();
            return true;
        });
    }

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    /// What stands behind `new Email(` in every room: the name of a constant, which must be a kind's.
    @Test
    void everyEmailThatIsWrittenAnywhereIsOfAKind() throws IOException {
        var known = kinds.all().stream().map(MessageKind::about).toList();
        var found = new ArrayList<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(
                            path -> path.toString().endsWith(".java") && !path.startsWith(SOURCES.resolve("messages")))
                    .toList()) {
                for (var about : abouts(file)) {
                    found.add(about);
                    assertThat(known)
                            .as("a MessageKind for the e-mail of %s", file)
                            .contains(about);
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(8);
        for (var fact : FactKind.values()) {
            assertThat(known).contains(fact.about());
        }
    }

    private static List<String> abouts(Path file) throws IOException {
        var source = Files.readString(file);
        var abouts = new ArrayList<String>();
        for (var about : EMAIL.matcher(source).results().map(it -> it.group(1)).toList()) {
            if (!about.endsWith(".about")) {
                abouts.add(value(file, about));
            }
        }
        return abouts;
    }

    private static String value(Path file, String written) throws IOException {
        if (written.startsWith("\"")) {
            return written.substring(1, written.length() - 1);
        }
        var parts = written.split("\\.");
        var where = parts.length == 1 ? file : file.resolveSibling(parts[0] + ".java");
        return Pattern.compile(parts[parts.length - 1] + " = \"([^\"]+)\"")
                .matcher(Files.readString(where))
                .results()
                .map((MatchResult it) -> it.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachKindHasANameInBothLanguagesAndBlanksThatAnEmailCanFill() {
        assertThat(kinds.all()).extracting(MessageKind::about).doesNotHaveDuplicates();
        assertThat(kinds.all()).allSatisfy(kind -> {
            assertThat(kind.english()).isNotBlank();
            assertThat(kind.welsh()).isNotBlank();
            assertThat(kind.blanks())
                    .allSatisfy(blank -> assertThat(blank.name()).matches("[a-z]+"));
            assertThat(kind.blanks()).extracting(MessageKind.Blank::name).doesNotHaveDuplicates();
        });
    }

    private Saved word(Map<String, String> words) {
        var answers = new HashMap<>(words);
        answers.put("kind", FORGOTTEN);
        answers.put("from_day", "2026-01-01");
        return within(() -> settings.get(data.type(), FORGOTTEN + "~2026-01-01")
                .map(entry -> settings.change(data.type(), entry.key(), entry.version(), answers, "ann"))
                .orElseGet(() -> settings.add(data.type(), answers, "ann")));
    }

    @Test
    void whatColleaguesAreSentIsWordedByTheCouncilAndNeverWithoutItsLink() {
        assertThat(word(Map.of("subject", "Your password", "text", "Hello ((name))")))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("needed"));
        assertThat(word(Map.of("subject", "Your password at ((council))", "text", "Hello ((name)): ((link))")))
                .isInstanceOf(Saved.Done.class);
        var since = Instant.now();
        mvc.post()
                .uri("/office/forgotten")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("email", "finance@demo.example")
                .exchange();
        Email email = within(() -> Sent.about(app, "people.forgotten", since)).getFirst();
        assertThat(email.subject()).isEqualTo("Your password at Aldermere Council");
        assertThat(email.text()).startsWith("Hello ").contains("/office/forgotten/");
        assertThat(within(() -> Sent.unfilled(app, email))).isEmpty();
    }

    private Document list(String language) throws Exception {
        return Jsoup.parse(mvc.get()
                .uri("/office/settings/message-wordings")
                .with(SignedInAs.admin())
                .cookie(new Cookie("lang", language))
                .exchange()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void aWordingWithoutWelshIsMarkedInTheListAndOnItsPage() throws Exception {
        assertThat(word(Map.of("subject", "Your password", "text", "((link))"))).isInstanceOf(Saved.Done.class);
        assertThat(list("en").select("tbody").text())
                .contains("Forgotten password")
                .contains("No Welsh");
        assertThat(list("cy").select("tbody").text()).contains("Dim Cymraeg");
        var page = mvc.get()
                .uri("/office/settings/message-wordings/entries/" + FORGOTTEN + "~2026-01-01")
                .with(SignedInAs.admin())
                .exchange();
        assertThat(page).bodyText().contains("There are no words in Welsh here");

        assertThat(word(Map.of(
                        "subject", "Your password",
                        "text", "((link))",
                        "subject_cy", "Eich cyfrinair",
                        "text_cy", "((link))")))
                .isInstanceOf(Saved.Done.class);
        assertThat(list("en").select("tbody").text())
                .contains("Forgotten password")
                .doesNotContain("No Welsh");
    }
}
