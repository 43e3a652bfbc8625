package localgov.ims.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import localgov.ims.formats.Damage;
import localgov.ims.formats.Heard;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Workbooks, read by the addresses of their cells.
@Timeout(120)
class SpreadsheetProfileTest {

    private static final Profile PROFILE = Described.profile("""
            {"language": 1, "code": "sheet", "version": 1, "name": "Sheet", "description": "",
             "money": "bank", "shape": {"spreadsheet": {"headings": "found"}},
             "records": [
               {"header": {"when": {"row": 1}, "identifier": {"column": "B"}}},
               {"trailer": {"when": {"value": {"column": "A"}, "is": "Total"},
                 "totals": [{"check": "total", "of": "net", "policy": "block", "value": {"value": {"column": "D"}}}]}},
               {"line": {
                 "day": {"value": {"heading": "Day"}, "formats": ["yyyy-MM-dd", "dd/MM/yyyy", "serial"]},
                 "amount": {"value": {"column": "D"}},
                 "payer_name": {"heading": "Name"},
                 "payer_reference": {"column": "C"}}}]}
            """);

    private static final Sheets FILE = Sheets.of(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Schedule</t></is></c><c r="B1"><v>42</v></c></row>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><v>Ref</v></c><c r="D3" t="inlineStr"><is><t>Amount</t></is></c></row>
            <row r="4"><c r="A4" s="1"><v>46346</v></c><c r="B4" t="s"><v>2</v></c><c r="C4"><v>771234561</v></c><c r="D4"><v>120.30000000000001</v></c></row>
            <row r="5"><c r="A5" s="2"><v>46346.75</v></c><c r="C5" t="inlineStr"><is><t>0012</t></is></c><c r="D5" s="3"><v>-35.5</v></c></row>
            <row r="6"><c r="A6"/><c r="D6"/></row>
            <row r="9"><c r="A9" t="str"><v>20/11/2026</v></c><c r="C9"><v>1.234567890123456E18</v></c><c r="D9"><v>1E2</v></c></row>
            <row r="10"><c r="A10" t="str"><v>Total</v></c><c r="D10"><v>184.8</v></c></row>
            """,
            "<si><t>Day</t></si>",
            "<si><t>Name</t></si>",
            "<si><r><t xml:space=\"preserve\">Ann </t></r><r><t>Mills</t></r><rPh><t>no</t></rPh></si>");

    @Test
    void cellsAreReadByTheirAddresses() throws Exception {
        var heard = Heard.by(PROFILE, FILE.file());
        assertThat(heard.problems).isEmpty();
        assertThat(heard.failing()).containsExactly("references-are-whole");
        assertThat(heard.amounts()).containsExactly("120.3", "-35.5", "100");
        assertThat(heard.lines).extracting(StatementLine::line).containsExactly(4L, 5L, 9L);
        assertThat(heard.lines)
                .extracting(line -> line.bookedOn().toString())
                .containsExactly("2026-11-20", "2026-11-20", "2026-11-20");
        assertThat(heard.lines)
                .extracting(StatementLine::payerReference)
                .containsExactly("771234561", "0012", "1.23456789012346E+18");
        assertThat(heard.lines).extracting(StatementLine::payerName).containsExactly("Ann Mills", "", "");
        assertThat(heard.statements.getFirst().identifier()).isEqualTo("42");
    }

    @Test
    void daysCountFrom1904WhereTheWorkbookSaysSo() throws Exception {
        var sheets = Sheets.of(
                FILE.parts
                        .get("xl/worksheets/sheet2.xml")
                        .replaceAll("</?x:(worksheet|sheetData|cols)[^>]*>", "")
                        .replace("x:", ""),
                "<si><t>Day</t></si>",
                "<si><t>Name</t></si>",
                "<si><t/></si>");
        sheets.parts.compute(
                "xl/workbook.xml", (_, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));
        assertThat(Heard.by(PROFILE, sheets.file()).lines.getFirst().bookedOn()).isEqualTo("2030-11-21");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            xl/worksheets/sheet2.xml | r="4"             | r="3"          | rows of this sheet
            xl/worksheets/sheet2.xml | r="D4"            | r="B4"         | cells of this row
            xl/worksheets/sheet2.xml | r="D4"            | r="ZZZ4"       | cells of this row
            xl/worksheets/sheet2.xml | <x:v>2</x:v>      | <x:v>9</x:v>   | damaged
            xl/worksheets/sheet2.xml | </x:worksheet>    |                | middle
            xl/worksheets/sheet2.xml | <x:cols/>         | &xxe;          | well-formed
            xl/workbook.xml          | state="hidden"    | state=""       | headings
            xl/workbook.xml          | rId2              | rId9           | no sheet
            xl/workbook.xml          | <workbook         | <!DOCTYPE x><workbook | document type
            xl/sharedStrings.xml     | <si><t>Day        | <si><t>Daily   | headings
            """)
    void aBrokenWorkbookIsRefused(String part, String good, String bad, String sentence) {
        var sheets = Sheets.of("");
        sheets.parts.putAll(FILE.parts);
        assertThat(sheets.parts.get(part)).contains(good);
        sheets.parts.compute(part, (_, xml) -> xml.replace(good, bad == null ? "" : bad));
        assertThatThrownBy(() -> Heard.by(PROFILE, sheets.file()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aSheetIsChosenByItsName() throws Exception {
        var other = Described.profile(PROFILE.json().replace("\"headings\"", "\"sheet\": \"payments\", \"headings\""));
        assertThat(Heard.by(other, FILE.file()).lines).hasSize(3);
        var missing = Described.profile(PROFILE.json().replace("\"headings\"", "\"sheet\": \"May\", \"headings\""));
        assertThatThrownBy(() -> Heard.by(missing, FILE.file())).hasMessageContaining("no sheet with the name");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThatThrownBy(() -> Heard.by(PROFILE, "Day,Amount")).hasMessageContaining("no spreadsheet");
        assertThatThrownBy(() -> Heard.by(PROFILE, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .hasMessageContaining("(.xls)");
        assertThatThrownBy(() -> Heard.by(PROFILE, "PK\3\4 no")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aWorkbookThatUnpacksToFarTooMuchIsRefusedWithoutFillingTheMemory() throws Exception {
        for (var part : new String[] {"xl/other.xml", "xl/workbook.xml", "xl/sharedStrings.xml"}) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(part));
                var megabyte = "<si><t>x</t></si>".repeat(62_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                zip.write("<sst>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                for (int i = 0; i < 300; i++) {
                    zip.write(megabyte);
                }
            }
            assertThat(bytes.size()).isLessThan(2_000_000);
            assertThatThrownBy(() -> Heard.by(PROFILE, bytes.toByteArray()))
                    .as(part)
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("far more");
        }
    }

    @Test
    void aDamagedWorkbookIsReadOrRefusedAndNeverBreaksTheReader() throws Exception {
        var file = FILE.file();
        Damage.times(3_000, 22, file, SpreadsheetProfileTest::readOrRefuse);
        for (int end = 0; end < file.length; end++) {
            readOrRefuse(Arrays.copyOf(file, end));
        }
    }

    @Test
    void aSheetOfDamagedXmlIsReadOrRefusedAndNeverBreaksTheReader() throws Exception {
        for (var part : FILE.parts.keySet()) {
            var xml = FILE.parts.get(part).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            Damage.times(300, part.hashCode(), xml, damaged -> {
                var sheets = Sheets.of("");
                sheets.parts.putAll(FILE.parts);
                sheets.parts.put(part, new String(damaged, java.nio.charset.StandardCharsets.ISO_8859_1));
                readOrRefuse(sheets.file());
            });
        }
    }

    private static void readOrRefuse(byte[] file) {
        try {
            assertThat(Heard.by(PROFILE, file).lines)
                    .allMatch(line -> line.amount().signum() >= 0);
        } catch (UnreadableFile refused) {
            assertThat(refused.problem().problem()).endsWith(".");
        } catch (RuntimeException e) {
            throw new AssertionError("broke on " + Arrays.toString(file), e);
        }
    }
}
