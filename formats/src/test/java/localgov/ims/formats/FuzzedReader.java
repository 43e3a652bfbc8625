package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import localgov.ims.formats.bacs.BacsAdvice;
import localgov.ims.formats.bacs.BacsHead;
import localgov.ims.formats.bacs.BacsSink;
import localgov.ims.formats.bacs.BacsSubmission;
import localgov.ims.formats.bacs.FuzzedReport;
import localgov.ims.formats.bai2.Bai2Reader;
import localgov.ims.formats.camt.CamtReader;
import localgov.ims.formats.profiles.Described;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileReader;
import localgov.ims.formats.profiles.Sheets;
import localgov.ims.formats.reading.Report;
import localgov.ims.formats.standard18.Standard18Reader;
import localgov.ims.formats.swift.SwiftReader;

/// Every reader, and what it promises for any bytes at all: nothing is thrown but its own refusal, which says where
/// and why, and no file of this size takes a second.
enum FuzzedReader {
    STANDARD_18 {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            Standard18Reader.read(in, new Report(sink()));
        }
    },
    CAMT {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            CamtReader.read(in, new Report(sink()), FileFormat.CAMT_052);
        }
    },
    SWIFT {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            SwiftReader.read(in, new Report(sink()), FileFormat.MT940);
        }
    },
    BAI2 {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            Bai2Reader.read(in, new Report(sink()));
        }
    },
    BACS {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            FuzzedReport.read(in, new Advices());
        }
    },
    DELIMITED {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            ProfileReader.read(DAY_BOOK, in, sink());
        }
    },
    FIXED_WIDTH {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            ProfileReader.read(COUNTER, in, sink());
        }
    },
    /// The inside of a sheet. What packs it is the business of the Java library.
    SHEET {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            var sheets = Sheets.of("", "<si><t>Day</t></si>", "<si><t>Reference</t></si>");
            sheets.parts.put("xl/worksheets/sheet2.xml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            ProfileReader.read(SCHEDULE, new ByteArrayInputStream(sheets.file()), sink());
        }
    },
    /// A profile itself, which a council may get from another one.
    PROFILE {
        @Override
        void read(InputStream in) throws IOException {
            var read = Profile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (read instanceof Profile.Reading.Bad(var faults) && faults.isEmpty()) {
                throw new AssertionError("a profile is refused for nothing");
            }
        }
    },
    /// Recognition first, as whoever loads a file does.
    ANY {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            BankFiles.read(in, null, sink());
        }
    };

    static final String COUNTER_FILE = """
            10        20261120
            20771234561   0000012000+
            20BJ12345673  0000003550-
            99000020000015550
            """;
    static final String SHEET_FILE = """
            <worksheet><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Amount</t></is></c></row>
            <row r="2"><c r="A2" s="1"><v>46346</v></c><c r="B2"><v>771234561</v></c><c r="C2"><v>120.3</v></c></row>
            <row r="3"><c r="A3" t="str"><v>20/11/2026</v></c><c r="C3"><v>-1E2</v></c></row>
            </sheetData></worksheet>
            """;
    static final Profile DAY_BOOK = Described.profile(Described.DAY_BOOK);
    static final Profile COUNTER = Described.profile("""
            {"language": 1, "code": "counter", "version": 1, "name": "Counter", "description": "For tests.",
             "money": "bank", "shape": {"fixed_width": {"shortest": 10}},
             "records": [
               {"header": {"when": {"value": {"from": 1, "to": 2}, "is": "10"},
                 "day": {"value": {"from": 11, "to": 18}, "formats": ["yyyyMMdd"]}}},
               {"line": {"when": {"value": {"from": 1, "to": 2}, "is": "20"},
                 "day": {"value": {"text": ""}, "formats": ["yyyyMMdd"]},
                 "amount": {"value": {"from": 15, "to": 24}, "decimals": 2,
                            "sign": {"beside": {"from": 25, "to": 25}, "credit": ["", "+"], "debit": ["-"]}},
                 "payer_reference": {"from": 3, "to": 14}}},
               {"trailer": {"when": {"value": {"from": 1, "to": 2}, "is": "99"},
                 "totals": [
                   {"check": "count", "of": "count", "policy": "block",
                    "value": {"value": {"from": 3, "to": 7}, "decimals": 0}},
                   {"check": "total", "of": "gross", "policy": "block",
                    "value": {"value": {"from": 8, "to": 17}, "decimals": 2}}]}}]}
            """);
    static final Profile SCHEDULE = Described.profile("""
            {"language": 1, "code": "schedule", "version": 1, "name": "Schedule", "description": "For tests.",
             "money": "bank", "shape": {"spreadsheet": {"headings": "found"}},
             "records": [{"line": {
               "day": {"value": {"heading": "Day"}, "formats": ["yyyy-MM-dd", "dd/MM/yyyy", "serial"]},
               "amount": {"value": {"heading": "Amount"}},
               "payer_reference": {"heading": "Reference"}}}]}
            """);

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    abstract void read(InputStream in) throws IOException, UnreadableFile;

    /// Reads some bytes and fails on a broken promise. The time is that of the processor, so that a busy machine
    /// breaks none.
    void keepsItsPromises(byte[] file) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        try {
            read(new ByteArrayInputStream(file));
        } catch (UnreadableFile refused) {
            assertSays(refused.problem());
        } catch (IOException e) {
            throw new AssertionError("broke on " + name(), e);
        }
        long nanos = threads.getCurrentThreadCpuTime() - before;
        assertThat(nanos).as("the nanoseconds that it took").isLessThan(MOST_NANOS);
    }

    private static void assertSays(Problem problem) {
        if (!problem.problem().endsWith(".") || problem.line() < 0) {
            throw new AssertionError("a refusal says neither where nor why: " + problem);
        }
        if (problem.column() != null && problem.column() < 1) {
            throw new AssertionError("columns are counted from 1: " + problem);
        }
    }

    private static StatementSink sink() {
        return new StatementSink() {
            @Override
            public void statement(StatementHead head) {}

            @Override
            public void line(StatementLine line) {
                if (line.amount().signum() < 0 || line.line() < 1) {
                    throw new AssertionError("this is no line: " + line);
                }
            }

            @Override
            public void check(Check check) {}

            @Override
            public void problem(Problem problem) {
                assertSays(problem);
            }
        };
    }

    private static final class Advices implements BacsSink {
        @Override
        public void report(BacsHead head) {}

        @Override
        public void advice(BacsAdvice advice) {
            if (!advice.toDo().endsWith(".")
                    || advice.line() < 1
                    || (advice.amount() != null && advice.amount().signum() < 0)) {
                throw new AssertionError("this is no advice: " + advice);
            }
        }

        @Override
        public void submission(BacsSubmission submission) {}

        @Override
        public void check(Check check) {}

        @Override
        public void problem(Problem problem) {
            assertSays(problem);
        }
    }

    /// The readers that a sample in a folder is for.
    static FuzzedReader of(String folder) {
        return Arrays.stream(values())
                .filter(reader -> folder.startsWith(reader.folder()))
                .findFirst()
                .orElse(ANY);
    }

    private String folder() {
        return switch (this) {
            case STANDARD_18 -> "std18";
            case CAMT -> "camt";
            case SWIFT -> "mt94";
            case BAI2 -> "bai2";
            case BACS -> "bacs";
            case DELIMITED -> "uk-csv";
            default -> " ";
        };
    }
}
