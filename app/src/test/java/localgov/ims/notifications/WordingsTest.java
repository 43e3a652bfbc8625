package localgov.ims.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.messages.Email;
import localgov.ims.messages.Messages;
import localgov.ims.messages.Sent;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.sandbox.OnAPort;
import localgov.ims.sandbox.PayDriver;
import localgov.ims.settings.Problem;
import localgov.ims.settings.Saved;
import localgov.ims.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A council's own words and templates: kept only when they can be filled, tried out before, and used for what is
/// sent.
@OnAPort
class WordingsTest {
    static final String KEY = "demo-5a9d7c1e-3f64-4d0b-9a52-6b8f0c2d4e71-0b6e2f94-8c3d-4a17-b5e0-d91f7a3c6e28";
    static final String KIND = "notifications-refund-returned";
    static final String ABOUT = "notifications.refund-returned";
    static final Map<String, String> VALUES = Map.of("amount", "£35.00", "receipt", "Q7FK", "refund", "R4TZ");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Settings settings;

    @Autowired
    WordingData data;

    @Autowired
    WordingTrial trial;

    private Instant since;

    private static <T> T within(Supplier<T> work) {
        return CurrentCouncil.within(TestCouncil.ALDERMERE, work);
    }

    @BeforeEach
    void aServiceAtNotify() {
        since = Instant.now();
        within(() -> {
            var type = NotificationsData.SERVICES;
            return settings.get(type, "own").isPresent()
                    || settings.add(
                                    type,
                                    Map.of(
                                            "code",
                                            "own",
                                            "name",
                                            "Our own",
                                            "api_key",
                                            KEY,
                                            "template",
                                            "c4f1a2b6-7d58-4e93-8a0c-1e5b9d3f7a64",
                                            "address",
                                            "http://localhost:" + port + "/sandbox/notify",
                                            "open",
                                            "yes"),
                                    "system")
                            instanceof Saved.Done;
        });
    }

    private String template(String subject, String body) {
        return PayDriver.send(
                        "POST",
                        "http://localhost:" + port + "/sandbox/notify/templates",
                        """
                        {"subject": "%s", "body": "%s"}""".formatted(subject, body),
                        Map.of())
                .text("/id");
    }

    private Saved save(Map<String, String> answers) {
        var whole = new HashMap<>(answers);
        whole.put("kind", KIND);
        whole.put("from_day", "2026-01-01");
        return within(() -> settings.get(data.type(), KIND + "~2026-01-01")
                .map(entry -> settings.change(data.type(), entry.key(), entry.version(), whole, "ann"))
                .orElseGet(() -> settings.add(data.type(), whole, "ann")));
    }

    private static List<String> codes(Saved saved) {
        return ((Saved.Refused) saved)
                .problems().stream()
                        .map(problem -> problem.column() + " " + problem.code())
                        .toList();
    }

    private Email sent(Language language) {
        within(() -> app.getBean(Messages.class)
                .send(new Email(ABOUT, "cy@pays.example", "Usual subject", "Usual text")
                        .in(language)
                        .with(VALUES)));
        return within(() -> Sent.about(app, ABOUT, since)).getLast();
    }

    @Test
    void itsOwnWordsAreSentInTheLanguageThatHasThemAndTheUsualOnesInTheOther() {
        assertThat(save(Map.of("subject", "About ((amount))", "text", "((receipt)) and ((amount))")))
                .isInstanceOf(Saved.Done.class);
        assertThat(sent(Language.ENGLISH).subject()).isEqualTo("About £35.00");
        assertThat(sent(Language.ENGLISH).text()).startsWith("Q7FK and £35.00");
        assertThat(sent(Language.WELSH).subject()).isEqualTo("Usual subject");

        assertThat(save(Map.of(
                        "subject",
                        "About ((amount))",
                        "text",
                        "((receipt)) and ((amount))",
                        "subject_cy",
                        "Ynghylch ((amount))",
                        "text_cy",
                        "((receipt)) a ((amount))")))
                .isInstanceOf(Saved.Done.class);
        assertThat(sent(Language.WELSH).subject()).isEqualTo("Ynghylch £35.00");
        assertThat(sent(Language.WELSH).text()).startsWith("Q7FK a £35.00");
    }

    @Test
    void wordsThatCouldNotBeFilledOrWouldNotSayWhatTheyMustAreNotKept() {
        assertThat(codes(save(Map.of()))).containsExactly("text nothing");
        assertThat(codes(save(Map.of("text", "((receipt)) ((amount))")))).containsExactly("subject half");
        assertThat(codes(save(Map.of("subject", "Dear ((name))", "text", "((receipt)) ((amount))"))))
                .containsExactly("subject blank");
        assertThat(codes(save(Map.of("subject", "A refund", "text", "((amount))"))))
                .containsExactly("text needed");
        assertThat(codes(save(Map.of(
                        "subject",
                        "A refund",
                        "text",
                        "((receipt)) ((amount))",
                        "subject_cy",
                        "Ad-daliad",
                        "text_cy",
                        "((swm))"))))
                .contains("text_cy blank");
    }

    @Test
    void aTemplateIsLookedAtBeforeItIsKept() {
        assertThat(codes(save(Map.of("template", UUID.randomUUID().toString()))))
                .containsExactly("template not-there");
        assertThat(codes(save(Map.of("template", template("Hello ((first name))", "((amount)) ((receipt))")))))
                .containsExactly("template blank");
        assertThat(codes(save(Map.of("template", template("Hello", "((amount))")))))
                .containsExactly("template needed");
        assertThat(codes(save(Map.of("template_cy", template("Helo", "((amount))")))))
                .containsExactly("template_cy needed");
        assertThat(save(Map.of("template", template("About ((Amount))", "((receipt)) ((subject))"))))
                .isInstanceOf(Saved.Done.class);
        assertThat(save(Map.of("template", template("((subject))", "((text)) – bye"))))
                .isInstanceOf(Saved.Done.class);
    }

    @Test
    void itIsTriedOutInBothLanguagesWithExamplesAndAsNotifyFillsIt() {
        var answers = Map.of(
                "kind",
                KIND,
                "subject",
                "About ((amount))",
                "text",
                "((receipt)) and ((amount))",
                "template_cy",
                template("Ynghylch ((amount))", "((receipt)) – hwyl"));
        var page = within(
                () -> trial.page(answers, List.of("amount = £1.23", "nonsense"), new WordBook().in(Language.ENGLISH)));
        assertThat(page.blanks()).contains("((amount))").contains("((refund))");
        assertThat(page.shown()).hasSize(3);
        assertThat(page.shown().get(0).subject()).isEqualTo("About £1.23");
        assertThat(page.shown().get(0).text()).isEqualTo("Q7FK 2M9D X and £1.23");
        assertThat(page.shown().get(1).note()).contains("usual ones");
        assertThat(page.shown().get(2).lang()).isEqualTo("cy");
        assertThat(page.shown().get(2).subject()).isEqualTo("Ynghylch £1.23");
        assertThat(page.shown().get(2).text()).isEqualTo("Q7FK 2M9D X – hwyl");
    }

    @Test
    void theKeyOfAServiceIsNeverShownAgain() {
        within(() -> {
            var entry = settings.get(NotificationsData.SERVICES, "own").orElseThrow();
            assertThat(entry.values().toString()).doesNotContain("0b6e2f94");
            return true;
        });
        var shortToken = within(() -> settings.problems(
                NotificationsData.SERVICES,
                Map.of("code", "x", "name", "X", "template", UUID.randomUUID().toString(), "callback_token", "short")));
        assertThat(shortToken).extracting(Problem::code).containsExactly("short");
        var noKey = within(() -> settings.problems(
                NotificationsData.SERVICES,
                Map.of(
                        "code",
                        "x",
                        "name",
                        "X",
                        "template",
                        UUID.randomUUID().toString(),
                        "api_key",
                        "half-a-key",
                        "open",
                        "yes")));
        assertThat(noKey).extracting(Problem::code).containsExactly("form");
    }

    @Test
    void outsideADemonstrationNoOtherMachineIsNamed() {
        var elsewhere = Map.of("address", "http://localhost:22");
        assertThat(new NotifyPlace(false).to("notify-services", elsewhere).map(Problem::code))
                .contains("demo");
        assertThat(new NotifyPlace(false).to("notify-services", Map.of())).isEmpty();
        assertThat(new NotifyPlace(true).to("notify-services", elsewhere)).isEmpty();
        var inside = within(() -> settings.problems(
                NotificationsData.SERVICES,
                Map.of(
                        "code",
                        "x",
                        "name",
                        "X",
                        "template",
                        UUID.randomUUID().toString(),
                        "address",
                        "https://10.0.0.1")));
        assertThat(inside).extracting(Problem::column).containsExactly("address");
    }
}
