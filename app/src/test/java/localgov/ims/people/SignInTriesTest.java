package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SignInTriesTest {
    static final TestCouncil council = TestCouncil.fresh();
    final SignInTries tries = new SignInTries(council.db, council.clock());

    @AfterAll
    static void close() {
        council.close();
    }

    boolean mayTry(String email, String address) {
        return council.within(() -> tries.mayTry(email, address));
    }

    @Test
    void afterFiveTriesSomebodyHasToWaitAndTheWaitDoubles() {
        IntStream.range(0, SignInTries.FREE)
                .forEach(_ -> assertThat(mayTry("ann@demo.example", "10.0.0.1")).isTrue());
        assertThat(mayTry("ann@demo.example", "10.0.0.1")).isFalse();

        after(SignInTries.FIRST_WAIT);
        assertThat(mayTry("ann@demo.example", "10.0.0.1")).isTrue();
        after(SignInTries.FIRST_WAIT);
        assertThat(mayTry("ann@demo.example", "10.0.0.1")).isFalse();
        after(SignInTries.FIRST_WAIT);
        assertThat(mayTry("ann@demo.example", "10.0.0.1")).isTrue();
    }

    @Test
    void whoeverGuessesElsewhereDoesNotLockAColleagueOut() {
        IntStream.range(0, 20).forEach(_ -> mayTry("ben@demo.example", "10.6.6.6"));
        assertThat(mayTry("ben@demo.example", "10.6.6.6")).isFalse();
        assertThat(mayTry("ben@demo.example", "10.0.0.2")).isTrue();
    }

    @Test
    void manyAccountsFromOneAddressAreSlowedDownToo() {
        IntStream.range(0, SignInTries.FREE_FROM_ONE_ADDRESS)
                .forEach(i -> assertThat(mayTry("person%d@demo.example".formatted(i), "10.7.7.7"))
                        .isTrue());
        assertThat(mayTry("one.more@demo.example", "10.7.7.7")).isFalse();
    }

    @Test
    void aTownHallThatSharesAnAddressSignsInAllDay() {
        IntStream.range(0, 3 * SignInTries.FREE_FROM_ONE_ADDRESS).forEach(i -> {
            assertThat(mayTry("clerk%d@demo.example".formatted(i), "10.8.8.8")).isTrue();
            council.within(() -> tries.right("10.8.8.8"));
        });
    }

    @Test
    void whatWasWrongAtAnAddressRunsOff() {
        IntStream.range(0, SignInTries.FREE_FROM_ONE_ADDRESS)
                .forEach(i -> mayTry("typist%d@demo.example".formatted(i), "10.9.9.9"));
        assertThat(mayTry("one.more@demo.example", "10.9.9.9")).isFalse();
        after(SignInTries.RUNS_OFF.multipliedBy(10));
        IntStream.range(0, 10)
                .forEach(i -> assertThat(mayTry("later%d@demo.example".formatted(i), "10.9.9.9"))
                        .isTrue());
        assertThat(mayTry("one.too.many@demo.example", "10.9.9.9")).isFalse();
    }

    @Test
    void gettingInForgetsTheTriesBefore() {
        IntStream.range(0, SignInTries.FREE).forEach(_ -> mayTry("cy@demo.example", "10.0.0.3"));
        council.within(() -> tries.succeeded("cy@demo.example", "10.0.0.3"));
        assertThat(mayTry("cy@demo.example", "10.0.0.3")).isTrue();
    }

    @Test
    void aHundredAtOnceGetNoFurtherThanFive() throws Exception {
        Callable<Boolean> call = () -> mayTry("dee@demo.example", "10.0.0.4");
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 40).mapToObj(_ -> call).toList());
            assertThat(answers.stream().map(Future::resultNow).filter(Boolean::booleanValue))
                    .hasSize(SignInTries.FREE);
        }
    }

    private static void after(Duration wait) {
        council.setNow(council.clock().instant().plus(wait));
    }
}
