package localgov.ims.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.settings.BroughtIn;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Field;
import localgov.ims.settings.ReferenceData;
import localgov.ims.settings.Saved;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every declared type, and the rules of some.
class CatalogueDataTest {
    static final TestCouncil council = TestCouncil.fresh();
    static DemoCouncil demo;

    @BeforeAll
    static void load() {
        demo = DemoCouncil.on(council);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    static Stream<ReferenceData> types() {
        return DemoCouncil.TYPES.stream();
    }

    static Entry first(ReferenceData data) {
        return council.within(() -> demo.settings.list(data)).getFirst();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeIsFilledAndFoundByItsName(ReferenceData data) {
        assertThat(council.within(() -> demo.settings.list(data))).hasSizeGreaterThan(4);
        assertThat(demo.settings.type(data.slug())).contains(data);
        assertThat(council.within(() -> demo.settings.get(data, first(data).key())))
                .contains(first(data));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatGoesOutOfATypeComesInUnchanged(ReferenceData data) {
        int many = council.within(() -> demo.settings.list(data)).size();
        var in = council.within(() -> demo.files.in(data, new StringReader(demo.files.out(data)), "ann"));
        assertThat(in).isEqualTo(new BroughtIn(true, 0, 0, many, java.util.List.of()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEntryIsRetiredRestoredAndRemembered(ReferenceData data) {
        var before = first(data);
        var retired = council.within(() -> demo.settings.retire(data, before.key(), before.version(), "ann"));
        var entry = ((Saved.Done) retired).entry();
        assertThat(council.within(() -> demo.settings.retire(data, before.key(), before.version(), "ben")))
                .isInstanceOf(Saved.ChangedByAnother.class);
        council.within(() -> demo.settings.restore(data, before.key(), entry.version(), "ann"));
        assertThat(first(data).isRetired()).isFalse();
        assertThat(council.within(() -> demo.settings.history(data, before.key())))
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everythingThatIsRequiredIsAskedFor(ReferenceData data) {
        var refused = council.within(() -> demo.settings.add(data, Map.of(), "ann"));
        assertThat(((Saved.Refused) refused).problems())
                .extracting(problem -> problem.column())
                .containsExactlyElementsOf(data.columns().stream()
                        .filter(Field::required)
                        .map(Field::column)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '"', textBlock = """
        slug               | entry        | answers                              | problem
        check-digits       | parking      | modulus=                             | modulus
        check-digits       | parking      | weights=                             | weights
        check-digits       | parking      | modulus=1                            | modulus
        check-digits       | parking      | weights=9;8                          | weights
        check-digits       | parking      | results=10:AB                        | results
        check-digits       | luhn         | kind=DYNIX                           | modulus
        reference-formats  | parking      | check_digit=                         | check_digit
        reference-formats  | parking      | longest=11                           | longest
        reference-formats  | parking      | mask=BJ#######                       | longest
        reference-formats  | parking      | characters=DIGITS                    | characters
        reference-formats  | garden       | pattern=(                            | pattern
        reference-formats  | garden       | "pattern=^(?=GW).*"                  | pattern
        reference-formats  | invoice      | shortest=40                          | shortest
        methods-of-payment | card         | minimum=100000                       | maximum
        funds              | 11           | vat_code=X                           | vat_code
        funds              | 11           | format=nothing                       | format
        """)
    void anEntryThatCouldNotWorkIsRefused(String slug, String key, String answer, String problem) {
        var data = demo.settings.type(slug).orElseThrow();
        var entry = council.within(() -> demo.settings.get(data, key)).orElseThrow();
        var answers = new HashMap<>(entry.values());
        answers.put(answer.split("=", 2)[0], answer.split("=", 2)[1]);
        var saved = council.within(() -> demo.settings.change(data, key, entry.version(), answers, "ann"));
        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.problems().stream()
                                        .map(p -> p.column())
                                        .collect(Collectors.joining(",")))
                                .isEqualTo(problem));
    }

    @Test
    void aSnapshotIsOfOneMomentAndAChangeMakesAnother() {
        var before = council.within(demo.catalogue::now);
        var data = CatalogueData.FUNDS;
        var entry = council.within(() -> demo.settings.get(data, "GW")).orElseThrow();
        var answers = new HashMap<>(entry.values());
        answers.put("open", "no");
        council.within(() -> demo.settings.change(data, "GW", entry.version(), answers, "ann"));
        assertThat(before.fund("GW").orElseThrow().open()).isTrue();
        assertThat(council.within(demo.catalogue::now).fund("GW").orElseThrow().open())
                .isFalse();
        assertThat(council.within(demo.catalogue::now).fund("GW").orElseThrow().online())
                .isFalse();
    }
}
