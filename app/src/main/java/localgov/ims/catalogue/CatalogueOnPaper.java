package localgov.ims.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The funds of the made-up council Aldermere as its files say them, without a database: for benches, which measure
/// what is in memory alone. It holds funds with their formats and nothing else.
public final class CatalogueOnPaper {
    private CatalogueOnPaper() {}

    /// The same funds that [DemoCatalogue] brings in.
    public static CatalogueSnapshot aldermere() {
        var checks = new HashMap<String, CheckDigit>();
        rows("check-digits").forEach(row -> checks.put(row.get("code"), CatalogueStore.checkDigit(row)));
        var formats = new HashMap<String, ReferenceFormat>();
        for (var row : rows("reference-formats")) {
            var rules = CatalogueStore.rules(row, checks.get(row.getOrDefault("check_digit", "")));
            formats.put(rules.code(), ReferenceFormat.of(rules));
        }
        var funds = rows("funds").stream()
                .map(row -> fund(row, formats))
                .sorted(Comparator.comparingInt(Fund::priority).thenComparing(Fund::code))
                .toList();
        return new CatalogueSnapshot(funds, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Map<String, String>> rows(String type) {
        var name = "/demo/catalogue/%s.csv".formatted(type);
        try (var in = CatalogueOnPaper.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no file " + name);
            }
            try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fund fund(Map<String, String> row, Map<String, ReferenceFormat> formats) {
        return new Fund(
                row.getOrDefault("code", ""),
                row.getOrDefault("name", ""),
                row.getOrDefault("name_cy", ""),
                row.getOrDefault("vat_code", ""),
                yes(row, "online"),
                yes(row, "open"),
                null,
                yes(row, "account_must_exist"),
                yes(row, "vat_override"),
                yes(row, "credit_notes"),
                yes(row, "suspense"),
                yes(row, "address_needed"),
                row.getOrDefault("ledger_code", ""),
                row.getOrDefault("cost_centre", ""),
                formats.get(row.getOrDefault("format", "")),
                row.getOrDefault("reference_label", ""),
                row.getOrDefault("reference_label_cy", ""),
                row.getOrDefault("reference_hint", ""),
                row.getOrDefault("reference_hint_cy", ""),
                Integer.parseInt(row.getOrDefault("priority", "0")),
                false,
                null);
    }

    private static boolean yes(Map<String, String> row, String field) {
        return row.getOrDefault(field, "").equals("yes");
    }
}
