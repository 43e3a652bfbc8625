package localgov.ims.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromWhereTest {
    /// Of what a browser says of itself only its family and its system are kept.
    @ParameterizedTest
    @CsvSource(textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0                                             | Firefox on Windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15         | Safari on macOS
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0         | Edge on Windows
            Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36                      | Chrome on Android
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1     | Safari on iOS
            curl/8.5.0                                                                                                                    | curl
            Java-http-client/25                                                                                                           | Java-http-client
            Mozilla/5.0 something of somebody                                                                                             |
            <script>alert(1)</script>                                                                                                     |
            """, delimiter = '|')
    void aBrowserIsKnownByItsFamily(String agent, String family) {
        assertThat(FromWhere.family(agent)).isEqualTo(family);
    }

    @Test
    void whatNoRequestDidCameFromNowhere() {
        assertThat(FromWhere.family(null)).isNull();
        assertThat(FromWhere.now()).isEqualTo(FromWhere.NOWHERE);
    }
}
