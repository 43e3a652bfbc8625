package localgov.ims.settings;

import static localgov.ims.settings.SettingsPagesHouse.page;
import static localgov.ims.settings.SettingsPagesHouse.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import localgov.ims.WithCouncil;
import localgov.ims.approvals.Approval;
import localgov.ims.approvals.Approvals;
import localgov.ims.catalogue.DemoCatalogue;
import localgov.ims.people.People;
import localgov.ims.people.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What must hold for every declared type of reference data, whoever declared it. A new type is tested by being
/// declared and having an entry in the demonstration.
@WithCouncil
class SettingsEveryTypeTest {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Settings settings;

    @Autowired
    SettingsFiles files;

    @Autowired
    DemoCatalogue demo;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    SettingsPagesHouse house;

    @BeforeEach
    void aCouncil() {
        within(() -> {
            demo.load();
            return true;
        });
        house = new SettingsPagesHouse(mvc, SignedInAs.admin());
    }

    private Stream<DynamicTest> each(Consumer<ReferenceData> test) {
        assertThat(settings.types()).isNotEmpty();
        return settings.types().stream().map(data -> DynamicTest.dynamicTest(data.slug(), () -> test.accept(data)));
    }

    private Entry first(ReferenceData data) {
        return within(() -> settings.list(data)).stream()
                .filter(entry -> !entry.isRetired())
                .findFirst()
                .orElseThrow(() -> new AssertionError("The demonstration has none of the " + data.slug()));
    }

    /// What was asked for is agreed to by a second person, where the type needs one.
    private void agreed(ReferenceData data, String key) {
        within(() -> {
            var approver = people.find("approver@demo.example").orElseThrow();
            settings.waiting(data, key)
                    .forEach(request -> assertThat(approvals.approve(request.id(), approver))
                            .isInstanceOf(Approval.Approved.class));
            return true;
        });
    }

    private Entry now(ReferenceData data, Entry entry) {
        return within(() -> settings.get(data, entry.key())).orElseThrow();
    }

    /// A field one can freely write something else into, and something else.
    private static Map.Entry<Field, String> another(ReferenceData data, Entry entry, int turn) {
        return data.fields().stream()
                .filter(field -> field.pattern() == null && field.choices().isEmpty() && field.choicesFrom() == null)
                .filter(field -> Set.of(Kind.TEXT, Kind.LONG_TEXT, Kind.PERCENT, Kind.MONEY, Kind.EMAIL)
                        .contains(field.kind()))
                .findFirst()
                .map(field -> Map.entry(
                        field,
                        switch (field.kind()) {
                            case PERCENT, MONEY -> turn + ".5";
                            case EMAIL -> "turn%d@example.org".formatted(turn);
                            default -> "Turn %d".formatted(turn);
                        }))
                .orElseThrow(() -> new AssertionError("Nothing of %s can be changed".formatted(entry.key())));
    }

    /// A key that nobody has taken.
    private Map<String, String> newKey(ReferenceData data, Entry like) {
        var key = new LinkedHashMap<String, String>();
        for (var field : data.key()) {
            var now = like.value(field.column());
            key.put(
                    field.column(),
                    switch (field.kind()) {
                        case DATE -> "2041-05-06";
                        case CHOICE -> another(data, field, now);
                        case NUMBER -> "987";
                        default ->
                            Stream.of("ZZ9", "zz9", "99999", "zz-9", "zz9@example.org")
                                    .filter(text -> field.problemWith(text).isEmpty())
                                    .findFirst()
                                    .orElseThrow();
                    });
        }
        return key;
    }

    /// Where nothing but choices make up the key, another choice than the one that is made: the last that is there.
    private String another(ReferenceData data, Field field, String now) {
        boolean choicesAlone = data.key().stream().allMatch(part -> part.kind() == Kind.CHOICE);
        if (!choicesAlone || field.column().equals(data.inside())) {
            return now;
        }
        if (field.choicesFrom() == null) {
            var taken =
                    within(() -> settings.list(data)).stream().map(Entry::key).toList();
            return field.choices().stream()
                    .map(Field.Choice::value)
                    .filter(value -> !taken.contains(value))
                    .findFirst()
                    .orElse(now);
        }
        var type = settings.type(String.valueOf(field.choicesFrom())).orElseThrow();
        return within(() -> settings.list(type)).getLast().key();
    }

    @TestFactory
    Stream<DynamicTest> aTypeIsDeclaredInBothLanguages() {
        return each(data -> {
            isInBoth(data.one());
            isInBoth(data.many());
            assertThat(data.slug()).matches("[a-z-]+");
            assertThat(data.columns()).extracting(Field::column).doesNotHaveDuplicates();
            for (var field : data.columns()) {
                assertThat(field.column()).matches("[a-z][a-z0-9_]*");
                isInBoth(field.label());
                if (!field.hint().isEmpty() || !field.hint().welsh().isEmpty()) {
                    isInBoth(field.hint());
                }
                field.choices().forEach(choice -> isInBoth(choice.label()));
                if (field.choicesFrom() != null) {
                    assertThat(settings.types()).extracting(ReferenceData::slug).contains(field.choicesFrom());
                }
            }
        });
    }

    private static void isInBoth(Phrase phrase) {
        assertThat(phrase.english()).isNotBlank();
        assertThat(phrase.welsh()).isNotBlank();
    }

    @TestFactory
    Stream<DynamicTest> itsPagesAreThereAndEveryColumnCanSortThem() {
        return each(data -> {
            assertThat(house.page("/office/settings").select("main a").eachAttr("href"))
                    .contains(SettingsPaths.list(data));
            var list = house.page(SettingsPaths.list(data));
            for (var heading : list.select("thead a").eachAttr("href")) {
                assertThat(house.page(heading).select("th[aria-sort=ascending]"))
                        .hasSize(1);
            }
            var key = first(data).value(data.key().getFirst().column());
            assertThat(house.page(SettingsPaths.list(data) + "?q=" + key).select("tbody tr"))
                    .isNotEmpty();
            assertThat(house.page(SettingsPaths.list(data) + "?q=no-such-thing").select("tbody tr"))
                    .isEmpty();
            var form = house.page(SettingsPaths.list(data) + "/add");
            for (var field : data.columns()) {
                assertThat(form.select("[name=%1$s], [name=%1$s-day]".formatted(field.column())))
                        .as(field.column())
                        .isNotEmpty();
            }
            var entry = house.page(SettingsPaths.entry(data, first(data).key()));
            assertThat(entry.select(".govuk-summary-list__row"))
                    .hasSizeGreaterThanOrEqualTo(data.columns().size());
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsMissingIsSaidAtItsField() {
        return each(data -> {
            var reply = house.send(house.page(SettingsPaths.list(data) + "/add"), blanks(data));
            assertThat(reply).hasStatus(422);
            long required = data.columns().stream().filter(Field::required).count();
            assertThat(page(reply).select(".govuk-error-summary__list a")).hasSize((int) required);
        });
    }

    private static Map<String, String> blanks(ReferenceData data) {
        var blanks = new HashMap<String, String>();
        data.columns().forEach(field -> blanks.put(field.column(), ""));
        return blanks;
    }

    @TestFactory
    Stream<DynamicTest> anEntryIsAddedOnItsPageAndRemembered() {
        return each(data -> {
            var like = first(data);
            var answers = new LinkedHashMap<>(like.values());
            answers.putAll(newKey(data, like));
            data.columns().stream()
                    .filter(Field::isSecret)
                    .forEach(field -> answers.put(field.column(), "s3cret".repeat(6)));
            var sent = inBoxes(data, answers);
            var reply = house.send(house.page(SettingsPaths.list(data) + "/add"), sent);
            if (data.keyOf(data.plain(data.tidied(answers))).equals(like.key())) {
                assertThat(reply).as("every key that there can be is taken").hasStatus(422);
                return;
            }
            assertThat(reply)
                    .as(() -> page(reply).select(".govuk-error-summary").text())
                    .hasStatus(303);
            var key = data.keyOf(data.plain(data.tidied(answers)));
            agreed(data, key);
            var added = within(() -> settings.get(data, key)).orElseThrow();
            data.open()
                    .forEach(field -> assertThat(added.value(field.column()))
                            .isEqualTo(field.plain(answers.get(field.column()))));
            assertThat(house.page(SettingsPaths.entry(data, added.key()))
                            .select(".ims-timeline")
                            .text())
                    .contains("Added by admin@demo.example");
            var again = house.send(house.page(SettingsPaths.list(data) + "/add"), sent);
            assertThat(again).hasStatus(422);
        });
    }

    private static Map<String, String> inBoxes(ReferenceData data, Map<String, String> answers) {
        var sent = new LinkedHashMap<>(answers);
        for (var field : data.columns()) {
            var answer = answers.getOrDefault(field.column(), "");
            if (field.kind() == Kind.DATE && !answer.isEmpty()) {
                sent.remove(field.column());
                sent.put(field.column() + "-day", answer.substring(8));
                sent.put(field.column() + "-month", answer.substring(5, 7));
                sent.put(field.column() + "-year", answer.substring(0, 4));
            }
        }
        return sent;
    }

    @TestFactory
    Stream<DynamicTest> savingWhatIsThereChangesNothing() {
        return each(data -> {
            var entry = first(data);
            var reply = house.send(house.page(SettingsPaths.entry(data, entry.key()) + "/change"), Map.of());
            assertThat(reply).hasStatus(303);
            assertThat(now(data, entry)).isEqualTo(entry);
        });
    }

    @TestFactory
    Stream<DynamicTest> ofTwoWhoChangeItAtOnceTheSecondSeesBothVersionsAndChooses() {
        return each(data -> {
            var entry = first(data);
            var change = SettingsPaths.entry(data, entry.key()) + "/change";
            var mine = house.page(change);
            var theirs = house.page(change);
            var ours = another(data, entry, 7);
            var field = ours.getKey();
            assertThat(house.send(theirs, Map.of(field.column(), ours.getValue())))
                    .hasStatus(303);
            agreed(data, entry.key());

            var hers = another(data, entry, 8).getValue();
            var clash = house.send(mine, Map.of(field.column(), hers));
            assertThat(clash).hasStatus(409);
            assertThat(now(data, entry).value(field.column())).isEqualTo(field.plain(ours.getValue()));
            var both = page(clash);
            assertThat(both.select("main fieldset")).hasSize(1);
            assertThat(both.select("main fieldset input[checked]"))
                    .as("both changed it")
                    .isEmpty();

            var undecided = house.send(both, Map.of());
            assertThat(undecided).hasStatus(422);
            assertThat(page(undecided).select(".govuk-error-summary a")).hasSize(1);

            assertThat(house.send(both, Map.of("take-" + field.column(), "mine")))
                    .hasStatus(303);
            agreed(data, entry.key());
            assertThat(now(data, entry).value(field.column())).isEqualTo(field.plain(hers));
        });
    }

    @TestFactory
    Stream<DynamicTest> anEntryIsRetiredAndBroughtBack() {
        return each(data -> {
            var entry = first(data);
            var path = SettingsPaths.entry(data, entry.key());
            var ask = house.page(path + "/retire");
            assertThat(ask.text()).contains("Where it is used");
            assertThat(house.send(ask, Map.of())).hasStatus(303);
            agreed(data, entry.key());
            assertThat(now(data, entry).isRetired()).isTrue();
            assertThat(house.page(SettingsPaths.list(data) + "?show=retired")
                            .select("tbody a")
                            .eachAttr("href"))
                    .contains(path);
            assertThat(house.page(path).select("main a:contains(Change)")).isEmpty();
            assertThat(house.send(house.page(path + "/restore"), Map.of())).hasStatus(303);
            agreed(data, entry.key());
            assertThat(now(data, entry).isRetired()).isFalse();
            assertThat(house.send(ask, Map.of()))
                    .as("an old page decides nothing")
                    .hasStatus(409);
            assertThat(now(data, entry).isRetired()).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsDownloadedComesInUnchanged() {
        return each(data -> {
            var csv = house.get(SettingsPaths.list(data) + "/file").getResponse();
            var reply = upload(data, csv.getContentAsByteArray());
            assertThat(reply).hasStatusOk();
            assertThat(page(reply).text()).contains("There is nothing to bring in");
        });
    }

    private MvcTestResult upload(ReferenceData data, byte[] file) {
        return mvc.post()
                .uri(SettingsPaths.list(data) + "/upload")
                .multipart()
                .file(new MockMultipartFile("file", "a.csv", "text/csv", file))
                .with(SignedInAs.admin())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    @TestFactory
    Stream<DynamicTest> aFileWithOneBadRowIsNotBroughtInAndSaysWhy() {
        return each(data -> {
            var before = within(() -> settings.list(data));
            var heading =
                    String.join(",", data.open().stream().map(Field::column).toList());
            var bad = heading + ",retired\n" + ",".repeat(data.open().size()) + "perhaps\n";
            var reply = upload(data, bad.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reply).hasStatus(422);
            assertThat(page(reply).select("tbody tr td:first-child").eachText()).contains("2");
            assertThat(page(reply).select("main button:contains(Make these changes)"))
                    .isEmpty();
            assertThat(within(() -> settings.list(data))).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> whoMayOnlyLookChangesNothing() {
        var auditor = SignedInAs.auditor();
        var cashier = SignedInAs.cashier();
        return each(data -> {
            var entry = first(data);
            var list = SettingsPaths.list(data);
            var path = SettingsPaths.entry(data, entry.key());
            var looking = new SettingsPagesHouse(mvc, auditor);
            for (var page : List.of(list, path)) {
                assertThat(
                                looking.page(page)
                                        .select(
                                                "main a[href$=add], main a[href$=change], main a[href$=retire], main a[href$=upload]"))
                        .isEmpty();
                assertThat(new SettingsPagesHouse(mvc, cashier).get(page)).hasStatus(403);
            }
            assertThat(looking.get(list + "/file")).hasStatusOk();
            assertThat(new SettingsPagesHouse(mvc, cashier).get(list + "/file")).hasStatus(403);
            for (var page :
                    List.of(list + "/add", list + "/upload", path + "/change", path + "/retire", path + "/restore")) {
                assertThat(looking.get(page)).as(page).hasStatus(403);
            }
            var posts = new ArrayList<>(List.of(list + "/add", list + "/upload", list + "/upload/confirm"));
            posts.addAll(List.of(path + "/change", path + "/settle", path + "/retire", path + "/restore"));
            for (var page : posts) {
                assertThat(looking.post(page, Map.of("seen-version", Long.toString(entry.version()))))
                        .as(page)
                        .hasStatus(403);
            }
            assertThat(now(data, entry)).isEqualTo(entry);
        });
    }
}
