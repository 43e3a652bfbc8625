package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A bucket for everybody, that drips empty by itself.
class ThrottleTest {
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:15:00Z"));
    final Throttle throttle = new Throttle(now::get, 3, Duration.ofSeconds(10));

    private long taken(String whose, int times) {
        return IntStream.range(0, times).filter(_ -> throttle.takes(whose)).count();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void soManyAtOnceAndThenOneInEachDrip() {
        assertThat(taken("bot", 10)).isEqualTo(3);
        pass(Duration.ofSeconds(9));
        assertThat(taken("bot", 10)).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(taken("bot", 10)).isOne();
        pass(Duration.ofHours(1));
        assertThat(taken("bot", 10)).isEqualTo(3);
    }

    @Test
    void oneFillsNobodyElses() {
        taken("bot", 10);
        assertThat(throttle.isFull("bot")).isTrue();
        assertThat(taken("payer", 1)).isOne();
    }

    @Test
    void itSaysHowLongToWait() {
        taken("bot", 3);
        assertThat(throttle.wait("bot")).isEqualTo(Duration.ofSeconds(10));
        assertThat(throttle.wait("payer")).isZero();
    }

    @Test
    void manyBucketsAreForgottenBeforeTheyFillTheMemory() {
        IntStream.range(0, 60_000).forEach(i -> throttle.add("address " + i));
        assertThat(taken("payer", 1)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.7                 | 192.0.2.7
            2001:db8:1:2:3:4:5:6      | 2001:db8:1:2:
            2001:db8:1:2:ffff:4:5:6   | 2001:db8:1:2:
            2001:db8:1:3:3:4:5:6      | 2001:db8:1:3:
            2001:db8::1               | 2001:db8:
            ::1                       | ::1
            """)
    void aHouseholdIsOneAddressOrOneNetwork(String address, String network) {
        assertThat(Lookups.network(address)).isEqualTo(network);
    }
}
