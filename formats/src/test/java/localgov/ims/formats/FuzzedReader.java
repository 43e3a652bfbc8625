package localgov.ims.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

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
            new BacsReader(new Xml(in), new BacsTelling(new Advices()), BacsReport.ADDACS).read();
        }
    },
    /// Recognition first, as whoever loads a file does.
    ANY {
        @Override
        void read(InputStream in) throws IOException, UnreadableFile {
            BankFiles.read(in, null, sink());
        }
    };

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
            case ANY -> "";
        };
    }
}
