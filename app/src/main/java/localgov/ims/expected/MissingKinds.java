package localgov.ims.expected;

import localgov.ims.messages.MessageKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// The e-mails about files that have not come, for councils that word them themselves.
@Configuration(proxyBeanMethods = false)
class MissingKinds {
    static final String MISSING = "expected.missing";
    static final String CAME = "expected.came";

    @Bean
    @Order(68)
    MessageKind filesThatHaveNotCome() {
        return kind(MISSING, "Files that have not come", "Ffeiliau nad ydynt wedi dod");
    }

    @Bean
    @Order(69)
    MessageKind filesThatCameAfterAll() {
        return kind(CAME, "Files that came after all", "Ffeiliau a ddaeth wedi’r cwbl");
    }

    private static MessageKind kind(String about, String english, String welsh) {
        return MessageKind.toColleagues(about, english, welsh)
                .has("name", "Ann Asker")
                .needs(
                        "files",
                        "Bank’s morning file, Friday 20 November 2026, due by 23 November 2026 at 9:30am",
                        "Ffeil foreol y banc, dydd Gwener 20 Tachwedd 2026, yn ddyledus erbyn 23 Tachwedd 2026 am 9:30am")
                .needs("link", "https://pay.example.org/office/expected")
                .has("council", "Aldermere Council", "Cyngor Aldermere");
    }
}
