package localgov.ims.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import localgov.ims.messages.Post.Handed;
import localgov.ims.platform.words.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPostTest {
    static final Email EMAIL = new Email(
            "people.forgotten", "cy@council.example", "Cyfrinair newydd – Aldermere", "Annwyl Cy,\n\nŵ ŷ £\n");

    final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    final SmtpPost post = new SmtpPost(sender, "income@council.example");

    @BeforeEach
    void start() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anEmailArrivesAsItWasWritten() throws Exception {
        var id = MessageId.fresh();
        assertThat(post.hand(id, EMAIL)).isInstanceOf(Handed.Taken.class);
        var arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getSubject()).isEqualTo(EMAIL.subject());
        assertThat(arrived[0].getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(EMAIL.text().strip());
        assertThat(Arrays.toString(arrived[0].getFrom())).isEqualTo("[income@council.example]");
        assertThat(Arrays.toString(arrived[0].getAllRecipients())).isEqualTo("[cy@council.example]");
    }

    @Test
    void anEmailComesInTheNameOfTheCouncilAndEndsAsItWants() throws Exception {
        var letterhead = new Letterhead() {
            @Override
            public String sender(Language language) {
                return language == Language.WELSH ? "Cyngor Tŷ" : "House Council";
            }

            @Override
            public String below(Language language) {
                return language == Language.WELSH ? "Diolch" : "Thank you";
            }
        };
        post.hand(MessageId.fresh(), EMAIL.in(Language.WELSH).on(letterhead));
        var arrived = server.getReceivedMessages()[0];
        var from = (InternetAddress) arrived.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Cyngor Tŷ");
        assertThat(from.getAddress()).isEqualTo("income@council.example");
        assertThat(arrived.getContent().toString().replace("\r\n", "\n")).endsWith("ŵ ŷ £\nDiolch");
    }

    @Test
    void theSameMessageHasTheSameIdHoweverOftenItComes() throws Exception {
        var id = MessageId.fresh();
        post.hand(id, EMAIL);
        post.hand(id, EMAIL);
        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.getHeader("Message-ID")[0]).isEqualTo("<%s@council.example>".formatted(id)));
    }

    @Test
    void aServerThatIsNotThereLeavesItUnclear() {
        server.stop();
        assertThat(post.hand(MessageId.fresh(), EMAIL)).isInstanceOf(Handed.Unclear.class);
        assertThat(post.taken(MessageId.fresh())).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var nowhere = new Email("people.forgotten", "not an address", "Subject", "Text");
        assertThat(post.hand(MessageId.fresh(), nowhere)).isInstanceOf(Handed.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
