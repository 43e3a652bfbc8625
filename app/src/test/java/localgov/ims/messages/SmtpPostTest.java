package localgov.ims.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        assertThat(post.hand(new Reference(id, 1), EMAIL)).isInstanceOf(Handed.Taken.class);
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
        post.hand(new Reference(MessageId.fresh(), 1), EMAIL.in(Language.WELSH).on(letterhead));
        var arrived = server.getReceivedMessages()[0];
        var from = (InternetAddress) arrived.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Cyngor Tŷ");
        assertThat(from.getAddress()).isEqualTo("income@council.example");
        assertThat(arrived.getContent().toString().replace("\r\n", "\n")).endsWith("ŵ ŷ £\nDiolch");
    }

    @Test
    void theSameMessageHasTheSameIdHoweverOftenItComes() throws Exception {
        var id = MessageId.fresh();
        post.hand(new Reference(id, 1), EMAIL);
        post.hand(new Reference(id, 1), EMAIL);
        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.getHeader("Message-ID")[0]).isEqualTo("<%s@council.example>".formatted(id)));
    }

    @Test
    void aServerThatIsNotThereLeavesItUnclear() {
        server.stop();
        assertThat(post.hand(new Reference(MessageId.fresh(), 1), EMAIL)).isInstanceOf(Handed.Unclear.class);
        assertThat(post.seek(new Reference(MessageId.fresh(), 1))).isInstanceOf(Post.Sought.NotThere.class);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var nowhere = new Email("people.forgotten", "not an address", "Subject", "Text");
        assertThat(post.hand(new Reference(MessageId.fresh(), 1), nowhere)).isInstanceOf(Handed.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /// A mail server that answers this to whoever wants to write to somebody.
    private Handed answered(String toTheAddress) throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var serving = Thread.ofVirtual().start(() -> serve(listening, toTheAddress));
            sender.setPort(listening.getLocalPort());
            var handed = post.hand(new Reference(MessageId.fresh(), 1), EMAIL);
            serving.join();
            return handed;
        }
    }

    private static void serve(ServerSocket listening, String toTheAddress) {
        try (var socket = listening.accept();
                var said = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                var answers = new PrintWriter(socket.getOutputStream(), true, US_ASCII)) {
            answers.print("220 mail\r\n");
            answers.flush();
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                answers.print(line.startsWith("RCPT") ? toTheAddress + "\r\n" : "250 ok\r\n");
                answers.flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void anAddressThatTheServerDoesNotTakeFailsAtOnceAndOneThatItDoesNotTakeNowWaits() throws Exception {
        assertThat(answered("550 No such mailbox")).isInstanceOf(Handed.Refused.class);
        assertThat(answered("452 Mailbox is full")).isInstanceOf(Handed.Later.class);
    }
}
