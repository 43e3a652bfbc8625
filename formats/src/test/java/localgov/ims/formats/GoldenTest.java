package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import localgov.ims.formats.reading.Amount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Compares single fields with what other readers, written by others in other languages, found in the same files.
class GoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> camt() throws IOException {
        return inputs("camt/genkgo", "xml");
    }

    static Stream<Path> swift() throws IOException {
        return inputs("mt940/mt940-rs", "sta");
    }

    /// The inputs in a folder for which its folder `expected` holds what was found.
    private static Stream<Path> inputs(String folder, String ending) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.list(SamplesTest.folder().resolve(folder))) {
            files.filter(file -> file.toString().endsWith("." + ending))
                    .filter(file -> Files.exists(expected(file)))
                    .forEach(found::add);
        }
        assertThat(found).isNotEmpty();
        return found.stream().sorted();
    }

    private static Path expected(Path input) {
        var name = input.getFileName().toString();
        return input.resolveSibling("expected").resolve(name.substring(0, name.lastIndexOf('.')) + ".json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("camt")
    void aCamtFileSaysWhatAnotherReaderFoundInIt(Path input) throws Exception {
        var all = Heard.from(Files.readAllBytes(input)).lines;
        var entries = JSON.readTree(expected(input).toFile()).path("getEntries");
        // Of a message with several statements, the other project wrote down the entries of the last.
        var last = all.subList(all.size() - entries.size(), all.size());
        assertThat(last).hasSize(input.toString().contains("multi") ? 1 : all.size());
        for (int i = 0; i < last.size(); i++) {
            compare(last.get(i), entries.get(i));
        }
    }

    private static void compare(StatementLine line, JsonNode entry) {
        var amount = entry.path("getAmount");
        var currency = amount.path("getCurrency").path("getCode").asString();
        var minor = new BigDecimal(amount.path("getAmount").asString()).abs();
        assertThat(line.currency()).isEqualTo(currency);
        assertThat(line.amount()).isEqualByComparingTo(minor.movePointLeft(Amount.decimals(currency)));
        assertThat(line.direction() == Direction.CREDIT ? "CRDT" : "DBIT")
                .isEqualTo(entry.path("getCreditDebitIndicator").asString());
        assertThat(line.booking() == Booking.BOOKED)
                .isEqualTo(entry.path("getStatus").asString().equals("BOOK"));
        assertThat(line.reversal()).isEqualTo(entry.path("getReversalIndicator").asBoolean());
        day(entry.path("getBookingDate"), line.bookedOn().toString());
        day(entry.path("getValueDate"), String.valueOf(line.valueOn()));
        var reference = entry.path("getAccountServicerReference");
        if (reference.isString()) {
            assertThat(line.bankReference()).isEqualTo(reference.asString());
        }
        var ours = everything(line);
        for (var key : List.of("getMessage", "getEndToEndId", "getAdditionalInfo")) {
            for (var text : entry.findValues(key)) {
                if (text.isString()
                        && !text.asString().isBlank()
                        && !text.asString().equals("NOTPROVIDED")) {
                    assertThat(ours).contains(text.asString().strip());
                }
            }
        }
    }

    private static void day(JsonNode time, String ours) {
        if (time.has("0")) {
            assertThat(ours).isEqualTo(time.path("0").asString().substring(0, 10));
        }
    }

    /// Every text of a line and its parts.
    private static List<String> everything(StatementLine line) {
        var all = new ArrayList<>(line.texts());
        all.add(line.payerReference());
        all.add(line.bankReference());
        for (var part : line.parts()) {
            all.addAll(part.texts());
            all.add(part.payerReference());
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("swift")
    void aSwiftFileSaysWhatAnotherReaderFoundInIt(Path input) throws Exception {
        var heard = Heard.from(Files.readAllBytes(input));
        var statements = JSON.readTree(expected(input).toFile());
        assertThat(heard.statements).hasSize(statements.size());
        var lines = heard.lines.iterator();
        for (int i = 0; i < statements.size(); i++) {
            var opening = Objects.requireNonNull(heard.statements.get(i).opening());
            var stated = statements.get(i).path("opening_balance");
            assertThat(opening.amount().abs())
                    .isEqualByComparingTo(stated.path("amount").asString());
            assertThat(String.valueOf(opening.day()))
                    .isEqualTo(stated.path("date").asString());
            for (var entry : statements.get(i).path("statement_lines")) {
                compareSwift(lines.next(), entry);
            }
        }
        assertThat(lines).isExhausted();
    }

    private static void compareSwift(StatementLine line, JsonNode entry) {
        assertThat(line.amount()).isEqualByComparingTo(entry.path("amount").asString());
        assertThat(String.valueOf(line.valueOn()))
                .isEqualTo(entry.path("value_date").asString());
        if (entry.path("entry_date").isString()) {
            assertThat(line.bookedOn().toString())
                    .isEqualTo(entry.path("entry_date").asString());
        }
        assertThat(entry.path("ext_debit_credit_indicator").asString())
                .isEqualTo(line.direction() == Direction.CREDIT ? "Credit" : "Debit");
        var reference = entry.path("customer_ref").asString().strip();
        if (!reference.equals("NONREF")) {
            assertThat(line.payerReference()).isEqualTo(reference);
        }
        if (entry.path("bank_ref").isString()) {
            assertThat(line.bankReference())
                    .isEqualTo(entry.path("bank_ref").asString().strip());
        }
    }
}
