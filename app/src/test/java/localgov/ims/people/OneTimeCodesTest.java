package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.people.OneTimeCodes.Confirmed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {
    static final TestCouncil council = TestCouncil.fresh();
    static final WaysIn people = new WaysIn(council);
    static int number;

    Person ann = people.added("ann%d@council.example".formatted(number++), "Ann Asker");

    @BeforeEach
    void itIsMorning() {
        council.setNow(TestCouncil.FRIDAY);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    String secret() {
        return council.within(() -> {
            people.codes.begin(ann);
            return people.codes.begun(ann.id()).orElseThrow();
        });
    }

    String code(String secret) {
        return Totp.code(Totp.bytes(secret), Totp.step(council.clock().instant()), 6);
    }

    Confirmed.Now setUp(String secret) {
        return (Confirmed.Now) council.within(() -> people.codes.confirm(ann, code(secret)));
    }

    boolean takes(String typed) {
        return council.within(() -> people.codes.take(ann.id(), typed)).isPresent();
    }

    void later() {
        council.setNow(council.clock().instant().plus(Totp.STEP));
    }

    @Test
    void codesAreAskedForOnceTheFirstOneWasRight() {
        var secret = secret();
        assertThat(council.within(() -> people.codes.confirm(ann, "000000"))).isInstanceOf(Confirmed.NotRight.class);
        assertThat(council.within(() -> people.codes.areOn(ann.id()))).isFalse();
        assertThat(setUp(secret).recoveryCodes())
                .hasSize(OneTimeCodes.RECOVERY_CODES)
                .doesNotHaveDuplicates();
        assertThat(council.within(() -> people.codes.areOn(ann.id()))).isTrue();
        assertThat(council.within(() -> people.codes.begun(ann.id()))).isEmpty();
    }

    @Test
    void aCodeIsTakenOnceEvenTheOneItWasSetUpWith() {
        var secret = secret();
        setUp(secret);
        assertThat(takes(code(secret))).isFalse();
        later();
        var code = code(secret);
        assertThat(takes(code.substring(0, 3) + " " + code.substring(3))).isTrue();
        assertThat(takes(code)).isFalse();
    }

    @Test
    void anOlderCodeIsNotTakenAfterANewerOne() {
        var secret = secret();
        setUp(secret);
        later();
        var older = code(secret);
        later();
        assertThat(takes(code(secret))).isTrue();
        assertThat(takes(older)).isFalse();
    }

    @Test
    void ofManyWhoComeWithTheSameCodeOneGetsIn() throws Exception {
        var secret = secret();
        setUp(secret);
        later();
        var code = code(secret);
        Callable<Boolean> call = () -> takes(code);
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 16).mapToObj(_ -> call).toList());
            assertThat(answers.stream().map(Future::resultNow).filter(Boolean::booleanValue))
                    .hasSize(1);
        }
    }

    @Test
    void eachRecoveryCodeIsTakenOnceHoweverItIsTyped() {
        var recovery = setUp(secret()).recoveryCodes();
        var first = recovery.getFirst();
        assertThat(takes(first.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(takes(first)).isFalse();
        assertThat(takes(recovery.get(1))).isTrue();
        assertThat(council.within(() -> people.codes.recoveryCodesLeft(ann.id())))
                .isEqualTo(OneTimeCodes.RECOVERY_CODES - 2);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var old = setUp(secret()).recoveryCodes().getFirst();
        var fresh = council.within(() -> people.codes.newRecoveryCodes(ann)).getFirst();
        assertThat(takes(old)).isFalse();
        assertThat(takes(fresh)).isTrue();
    }

    @Test
    void anAppInUseIsNotExchangedBySettingUpAnother() {
        var secret = secret();
        setUp(secret);
        council.within(() -> people.codes.begin(ann));
        later();
        assertThat(takes(code(secret))).isTrue();
    }

    @Test
    void whatIsTurnedOffTakesNoCodeAnyMore() {
        var secret = secret();
        var recovery = setUp(secret).recoveryCodes();
        council.within(() -> people.codes.remove(ann.id(), "admin@council.example"));
        later();
        assertThat(takes(code(secret))).isFalse();
        assertThat(takes(recovery.getFirst())).isFalse();
    }

    @Test
    void theSecretAndTheRecoveryCodesCannotBeReadInTheDatabase() {
        var secret = secret();
        var recovery = setUp(secret).recoveryCodes().getFirst();
        var rows = council.within(() -> council.db.sql("""
                select row_to_json(c)::text || row_to_json(r)::text
                  from people_code c
                  join people_recovery_code r using (person)
                """).query(String.class).list());
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> String.valueOf(row).contains(secret))
                .noneMatch(row -> String.valueOf(row).contains(recovery.replace("-", "")));
    }
}
