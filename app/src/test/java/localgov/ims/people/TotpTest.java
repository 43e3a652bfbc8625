package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /// The secret of the examples in RFC 6238, appendix B.
    static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource(textBlock = """
            59,          94287082
            1111111109,  07081804
            1111111111,  14050471
            1234567890,  89005924
            2000000000,  69279037
            20000000000, 65353130
            """)
    void theExamplesOfTheStandardHold(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            f,      MY
            fo,     MZXQ
            foo,    MZXW6
            foob,   MZXW6YQ
            fooba,  MZXW6YTB
            foobar, MZXW6YTBOI
            """)
    void base32IsThatOfRfc4648WithoutPadding(String plain, String written) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
        assertThat(new String(Totp.bytes(written), StandardCharsets.US_ASCII)).isEqualTo(plain);
    }

    @Test
    void aCodeIsGoodForItsHalfMinuteAndTheOnesBesideIt() {
        var secret = Totp.freshSecret();
        var now = Instant.parse("2026-11-20T09:15:00Z");
        var code = Totp.code(Totp.bytes(secret), Totp.step(now), 6);
        assertThat(Totp.stepOf(secret, code, now)).hasValue(Totp.step(now));
        assertThat(Totp.stepOf(secret, code, now.minusSeconds(30))).isPresent();
        assertThat(Totp.stepOf(secret, code, now.plusSeconds(59))).isPresent();
        assertThat(Totp.stepOf(secret, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.stepOf(secret, code, now.minusSeconds(31))).isEmpty();
        assertThat(Totp.stepOf(secret, code + "0", now)).isEmpty();
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        assertThat(Totp.freshSecret()).hasSize(32).isNotEqualTo(Totp.freshSecret());
    }
}
