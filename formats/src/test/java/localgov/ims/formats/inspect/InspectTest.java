package localgov.ims.formats.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {

    private static final String STATEMENT = """
            :20:DAILY
            :25:123456/87654321
            :28C:324/1
            :60F:C261119GBP100,00
            :61:2611201120C120,00NTRFNONREF
            :61:2611201120D35,50NDDTACC 1
            :62F:C261120GBP184,50
            """;

    @TempDir
    Path folder;

    @Test
    void aFileIsToldInOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("a \"b\".sta"), STATEMENT);
        assertThat(Inspect.inspect(file.toString())).isEqualTo("""
                {"file":"%s/a \\"b\\".sta","format":"MT940","statements":1,"entries":2,\
                "credits":{"count":1,"amount":"120.00"},"debits":{"count":1,"amount":"35.50"},\
                "currencies":["GBP"],"balances_tie":true,"problems":[]}""".formatted(folder));
    }

    @Test
    void aFileThatIsRefusedHasALineWithTheReason() throws Exception {
        var file = Files.writeString(folder.resolve("photo.jpg"), "not a bank file\n");
        assertThat(Inspect.inspect(file.toString()))
                .contains("\"format\":null", "\"entries\":0", "This is none of the bank files")
                .doesNotContain("\n");
    }

    @Test
    void aFolderAndAFileThatIsNotThereHaveALineToo() {
        assertThat(Inspect.inspect(folder.toString())).contains("cannot be opened or read");
        assertThat(Inspect.inspect(folder.resolve("none").toString())).contains("There is no such file.");
        assertThat(Inspect.inspect("\0")).contains("There is no such file.");
    }

    @Test
    void aReportOfBacsIsToldByItsReasonsAndWhatToDo() throws Exception {
        var file = Files.writeString(folder.resolve("arudd.xml"), """
                <BACSDocument><Data><ARUDD><Header reportType="R" adviceNumber="1" currentProcessingDate="2026-11-20"/>
                <Advice><OriginatingAccountRecords><OriginatingAccountRecord>
                <ReturnedDebitItem ref="770000000" returnCode="2" valueOf="120.00" currency="GBP"/>
                <ReturnedDebitItem ref="560000016" returnCode="2" valueOf="0.50" currency="GBP"/>
                <Totals numberOf="2" valueOf="120.51" currency="GBP"/>
                </OriginatingAccountRecord></OriginatingAccountRecords></Advice></ARUDD></Data></BACSDocument>
                """);
        assertThat(Inspect.inspect(file.toString()))
                .contains(
                        "\"format\":\"ARUDD\"",
                        "\"entries\":0",
                        "unpaid-total: the file says 120.51 and holds 120.50.",
                        "\"advices\":{\"count\":2,\"amount\":\"120.50\",\"reasons\":[{\"code\":\"2\","
                                + "\"meaning\":\"The payer has died\",\"count\":2,\"amount\":\"120.50\",\"to_do\":\"The amount was not")
                .doesNotContain("770000000");
    }

    @Test
    void aReportOfBacsThatIsRefusedHasALineWithTheReason() throws Exception {
        var file = Files.writeString(folder.resolve("arudd.xml"), "<BACSDocument><Data><ARUDD>");
        assertThat(Inspect.inspect(file.toString()))
                .contains("\"format\":null", "The file ends in the middle", "\"advices\":{\"count\":0")
                .doesNotContain("\n");
    }

    @Test
    void manyProblemsAreCountedAndNotListed() throws Exception {
        var file = Files.writeString(
                folder.resolve("many.sta"),
                STATEMENT.replace(":62F", ":61:2602301120C1,00NTRFREF1\n".repeat(30) + ":62F"));
        assertThat(Inspect.inspect(file.toString())).contains("There are 10 more problems.");
    }

    @Test
    void jsonIsEscaped() {
        assertThat(Json.of(Map.of("a\"\\", List.of("\n\t\u0000é\uD83D\uDE00", 1L, true))))
                .isEqualTo("{\"a\\\"\\\\\":[\"\\u000a\\u0009\\u0000é\\ud83d\\ude00\",1,true]}");
        assertThat(Json.of(List.of())).isEqualTo("[]");
        assertThat(Json.of(null)).isEqualTo("null");
    }
}
