package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

    /// A source of one byte repeated, that knows how much was taken from it.
    private static final class Endless extends InputStream {

        private final byte value;
        private long left;
        long taken;

        Endless(int value, long size) {
            this.value = (byte) value;
            this.left = size;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int given = (int) Math.min(length, left);
            if (given == 0) {
                return length == 0 ? 0 : -1;
            }
            Arrays.fill(into, from, from + given, value);
            left -= given;
            taken += given;
            return given;
        }
    }

    private static final long HUNDRED_MEGABYTES = 100_000_000;

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                           The file is empty
            PK\u0003\u0004xl,             This is a zip archive
            %PDF-1.7,                     This is a PDF document
            '{\"transactions\": []}',     This is none of the bank files
            'Date,Amount\n20/11/2026,1',  This is none of the bank files
            '<html></html>',              This is an XML file without
            '   \n\n  ',                  This is none of the bank files
            """)
    void anotherKindOfFileIsRefusedWithItsName(String text, String reason) {
        assertThat(BankFiles.recognise(text.getBytes(StandardCharsets.ISO_8859_1), "bank.txt"))
                .isEmpty();
        assertThat(Heard.refusal(text)).satisfies(p -> assertThat(p.problem()).startsWith(reason));
    }

    @Test
    void compressedMainframeAndUtf16FilesAreRefusedWithWhatToDo() {
        assertThat(Heard.refusal(new byte[] {0x1F, (byte) 0x8B, 8, 0}).problem())
                .contains("unpack it");
        assertThat(Heard.refusal(Examples.STANDARD_18.getBytes(Charset.forName("IBM037")))
                        .problem())
                .contains("EBCDIC");
        assertThat(Heard.refusal(Examples.STANDARD_18.getBytes(StandardCharsets.UTF_16))
                        .problem())
                .contains("UTF-16");
        assertThat(Heard.refusal(("\uFEFF" + Examples.MT940).getBytes(StandardCharsets.UTF_16LE))
                        .problem())
                .contains("UTF-16");
    }

    @Test
    void xmlIsReadInUtf16AsItsOwnRulesSay() throws Exception {
        var text = Examples.CAMT_053.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
        assertThat(Heard.from(text.getBytes(StandardCharsets.UTF_16)).lines).hasSize(3);
    }

    @Test
    void aHundredMegabytesOfZerosAreRefusedAtOnce() {
        var zeros = new Endless(0, HUNDRED_MEGABYTES);
        assertThatThrownBy(() -> BankFiles.read(zeros, "Y01A.CARS", new Heard()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("zero bytes");
        assertThat(zeros.taken).isLessThanOrEqualTo(4L * BankFiles.HEAD);
    }

    @Test
    void aGoodBeginningFollowedByRubbishIsRefusedSoon() {
        for (var beginning : new String[] {
            "VOL1BANK01\n", "01,A,B,261121,0600,1,,,2/\n02,A,B,1,261120,,GBP,2/\n", ":20:A\n:25:1\n", "<BkToCstmrStmt>"
        }) {
            var rubbish = new Endless('A', HUNDRED_MEGABYTES);
            var file = new SequenceInputStream(
                    new ByteArrayInputStream(beginning.getBytes(StandardCharsets.US_ASCII)), rubbish);
            assertThatThrownBy(() -> BankFiles.read(file, null, new Heard())).isInstanceOf(UnreadableFile.class);
            assertThat(rubbish.taken).as(beginning).isLessThan(4_000_000);
        }
    }

    @Test
    void recognitionNeedsOnlyTheHead() {
        var head = Arrays.copyOf(Examples.STANDARD_18.getBytes(StandardCharsets.US_ASCII), 50);
        assertThat(BankFiles.recognise(head, null)).contains(FileFormat.STANDARD_18);
    }
}
