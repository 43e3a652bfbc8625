package localgov.ims.accounts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.settings.FurtherFields;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two forms in which account holders come, read as streams.
enum AccountFile {
    NDJSON {
        @Override
        void rows(Reader reader, Lines at, RowSink sink) throws IOException {
            var lines = new BoundedLines(reader, LONGEST_ROW);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                at.line = lines.number();
                if (lines.isTooLong()) {
                    sink.unreadable(at.line, "", line.get().substring(0, 40), RowFault.lineLongerThan(LONGEST_ROW));
                    return;
                }
                if (!line.get().isBlank()) {
                    json(line.get(), at.line, sink);
                }
            }
        }
    },
    CSV {
        @Override
        void rows(Reader reader, Lines at, RowSink sink) throws IOException {
            try (var csv = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .maxBufferSize(LONGEST_ROW)
                    .ofCsvRecord(reader)) {
                List<String> heading = List.of();
                for (CsvRecord row : csv) {
                    at.line = row.getStartingLineNumber();
                    if (heading.isEmpty()) {
                        heading = row.getFields().stream()
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .toList();
                        if (!isHeading(heading, at.line, sink)) {
                            return;
                        }
                    } else if (row.getFieldCount() != heading.size()) {
                        sink.badRow(
                                at.line,
                                "",
                                String.join(",", row.getFields()),
                                RowFault.columns(row.getFieldCount(), heading.size()));
                    } else {
                        sink.row(at.line, cells(heading, row));
                    }
                }
            } catch (CsvParseException e) {
                sink.unreadable(at.line + 1, "", "", RowFault.BAD_CSV);
            }
        }
    };

    static final Set<String> COLUMNS = Set.of(
            "fund",
            "number",
            "name",
            "address",
            "balance",
            "balance_pounds",
            "stopped",
            "stop_message",
            "message_code");
    private static final String CUSTOM = "custom";
    private static final String CUSTOM_COLUMN = FurtherFields.Of.column("");
    private static final int LONGEST_ROW = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// How far the reading has come.
    static final class Lines {
        private long line;
    }

    abstract void rows(Reader reader, Lines at, RowSink sink) throws IOException;

    static Optional<AccountFile> of(String mediaType) {
        var plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(NDJSON);
            case "text/csv", "application/csv" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }

    void read(InputStream file, RowSink sink) throws IOException {
        var at = new Lines();
        try {
            rows(new WithoutMark(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder())), at, sink);
        } catch (CharacterCodingException e) {
            notUtf8(at, sink);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            notUtf8(at, sink);
        }
    }

    private static void notUtf8(Lines at, RowSink sink) {
        sink.unreadable(at.line + 1, "", "", RowFault.NOT_UTF8);
    }

    private static boolean isHeading(List<String> heading, long line, RowSink sink) {
        var seen = new HashSet<String>();
        for (var name : heading) {
            if (!COLUMNS.contains(name) && !sink.custom().contains(name)) {
                sink.unreadable(
                        line,
                        name,
                        name,
                        RowFault.unknownColumn(Stream.concat(COLUMNS.stream(), sink.custom().stream())
                                .sorted()
                                .collect(Collectors.joining(", "))));
                return false;
            }
            if (!seen.add(name)) {
                sink.unreadable(line, name, name, RowFault.COLUMN_TWICE);
                return false;
            }
        }
        if (!seen.contains("fund") || !seen.contains("number")) {
            sink.unreadable(line, "", String.join(",", heading), RowFault.NO_HEADING);
            return false;
        }
        return true;
    }

    private static Map<String, String> cells(List<String> heading, CsvRecord row) {
        var cells = HashMap.<String, String>newHashMap(heading.size());
        for (int i = 0; i < heading.size(); i++) {
            var cell = row.getField(i);
            cells.put(heading.get(i), heading.get(i).startsWith(CUSTOM_COLUMN) ? cell.strip() : cell);
        }
        return cells;
    }

    private static void json(String line, long number, RowSink sink) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JacksonException e) {
            sink.badRow(number, "", line, RowFault.NOT_JSON);
            return;
        }
        if (!object.isObject()) {
            sink.badRow(number, "", line, RowFault.NOT_JSON);
            return;
        }
        var cells = HashMap.<String, String>newHashMap(object.size());
        for (var property : object.properties()) {
            var value = property.getValue();
            if (property.getKey().equals(CUSTOM)) {
                if (!custom(value, number, cells, sink)) {
                    return;
                }
                continue;
            }
            if (!COLUMNS.contains(property.getKey())) {
                sink.badRow(number, property.getKey(), property.getKey(), RowFault.NO_SUCH_FIELD);
                return;
            }
            if (value.isContainer()) {
                sink.badRow(number, property.getKey(), value.toString(), RowFault.NOT_PLAIN);
                return;
            }
            cells.put(property.getKey(), text(value));
        }
        sink.row(number, cells);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isNumber() ? value.numberValue().toString() : value.asString();
    }

    /// What the council has added, as an object by code.
    private static boolean custom(JsonNode object, long number, Map<String, String> cells, RowSink sink) {
        if (!object.isObject()) {
            sink.badRow(number, CUSTOM, object.toString(), RowFault.NOT_CUSTOM);
            return false;
        }
        for (var property : object.properties()) {
            var column = FurtherFields.Of.column(property.getKey());
            if (!sink.custom().contains(column)) {
                sink.badRow(number, column, property.getKey(), RowFault.NO_SUCH_CUSTOM);
                return false;
            }
            if (property.getValue().isContainer()) {
                sink.badRow(number, column, property.getValue().toString(), RowFault.NOT_PLAIN);
                return false;
            }
            cells.put(column, text(property.getValue()).strip());
        }
        return true;
    }
}
