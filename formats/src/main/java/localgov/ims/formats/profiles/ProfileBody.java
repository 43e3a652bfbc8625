package localgov.ims.formats.profiles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import localgov.ims.formats.Check;
import localgov.ims.formats.Problem;
import localgov.ims.formats.StatementHead;
import localgov.ims.formats.StatementLine;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Report;
import org.jspecify.annotations.Nullable;

/// Tells what the rows of a file say, with sections, totals and entries that go on in the next row.
final class ProfileBody {

    /// No sender writes more rows for one entry, and they are kept together until it ends.
    private static final int MOST_MORE = 1_000;

    private final Profile profile;
    private final Report report;
    private final boolean entriesGoOn;
    private final boolean sectionsBegin;
    private final ProfileSection file = new ProfileSection();
    private ProfileSection section = new ProfileSection();
    private long sections;
    private long wholeSections;
    private EntryReader.@Nullable Entry waiting;
    private boolean lastWasBroken;
    private int rowsMore;

    ProfileBody(Profile profile, Report report) {
        this.profile = profile;
        this.report = report;
        entriesGoOn = profile.records().stream().anyMatch(ProfileRecord.Continuation.class::isInstance);
        sectionsBegin = profile.records().stream()
                .anyMatch(record -> record instanceof ProfileRecord.Header header && header.section());
    }

    /// Every row that may mean something is counted.
    void row() {
        section.row();
        file.row();
    }

    void broken(Problem problem) throws UnreadableFile {
        tellWaiting();
        lastWasBroken = true;
        report.problem(problem);
    }

    void ignored(Row row, String reason) throws UnreadableFile {
        tellWaiting();
        lastWasBroken = false;
        report.ignored(row.line(), reason);
    }

    void line(Row row, EntryReader entries) throws UnreadableFile {
        if (section.ended) {
            broken(new Problem(row.line(), null, null, "This entry stands behind the trailer, so no total counts it."));
            return;
        }
        if (sectionsBegin && sections == 0) {
            broken(new Problem(row.line(), null, null, "This entry stands before the header that it belongs to."));
            return;
        }
        var entry = entries.read(row, section.head);
        if (entry.problem() != null) {
            broken(entry.problem());
            return;
        }
        tellWaiting();
        lastWasBroken = false;
        waiting = entry;
        rowsMore = 0;
        if (!entriesGoOn) {
            tellWaiting();
        }
    }

    private void tellWaiting() throws UnreadableFile {
        var entry = waiting;
        waiting = null;
        if (entry == null || entry.line() == null) {
            return;
        }
        var line = entry.line();
        var chain = section.account(line, report);
        section.add(line);
        file.add(line);
        if (entry.balance() != null) {
            chain.add(line, entry.balance());
        }
        report.line(line, entry.stated());
    }

    /// What belongs to an entry whose own row could not be read is part of that problem.
    void more(Row row, List<String> texts, String name, String reference) throws UnreadableFile {
        var entry = waiting;
        if (entry != null && entry.line() != null) {
            if (++rowsMore > MOST_MORE) {
                throw new UnreadableFile(
                        new Problem(row.line(), null, null, "This entry goes on for more than a thousand rows."));
            }
            waiting = new EntryReader.Entry(
                    longer(entry.line(), texts, name, reference), entry.stated(), entry.balance(), null);
        } else if (!lastWasBroken) {
            broken(new Problem(row.line(), null, null, "This row goes on with an entry, and no entry is before it."));
        }
    }

    private static StatementLine longer(StatementLine line, List<String> texts, String name, String reference) {
        var all = new ArrayList<>(line.texts());
        all.addAll(texts);
        return new StatementLine(
                line.line(),
                line.account(),
                line.currency(),
                line.bookedOn(),
                line.valueOn(),
                line.direction(),
                line.amount(),
                line.booking(),
                line.reversal(),
                line.code(),
                line.bankReference(),
                line.payerName().isEmpty() ? name : line.payerName(),
                line.payerAccount(),
                line.payerReference().isEmpty() ? reference : line.payerReference(),
                all,
                line.parts(),
                line.returned());
    }

    void header(Row row, HeadReader heads) throws UnreadableFile {
        tellWaiting();
        lastWasBroken = false;
        if (heads.header.section()) {
            beginSection();
        }
        section.saw(heads.header);
        file.saw(heads.header);
        var read = heads.read(row, section.head);
        section.head = read.head();
        if (read.problem() != null) {
            broken(read.problem());
        }
        for (var total : heads.totals) {
            var value = value(row, total);
            if (value != null && !(total.total().whole() ? file : section).promise(total.total(), value)) {
                broken(new Problem(row.line(), total.place(), null, "This total was stated before."));
            }
        }
    }

    /// What stands before the first header of a section belongs to it, unless a trailer has ended that.
    private void beginSection() {
        if (sections > 0 || section.ended) {
            endSection();
            var before = section.head;
            section = new ProfileSection();
            section.head =
                    new StatementHead(before.account(), before.currency(), before.identifier(), before.day(), null);
            section.row();
        }
        sections++;
    }

    void trailer(Row row, ProfileRecord.Trailer trailer, List<TotalReader> totals) throws UnreadableFile {
        tellWaiting();
        lastWasBroken = false;
        section.saw(trailer);
        file.saw(trailer);
        section.ended = true;
        for (var total : totals) {
            var value = value(row, total);
            if (value != null) {
                (total.total().whole() ? file : section).compare(report, total.total(), value);
            }
        }
    }

    private @Nullable BigDecimal value(Row row, TotalReader total) throws UnreadableFile {
        var read = total.figure().of(row, section.head.currency());
        if (read.problem() != null) {
            broken(read.problem());
        } else if (read.value() == null) {
            broken(new Problem(row.line(), total.place(), null, "A total of the file is missing here."));
        }
        return read.value();
    }

    void balance(Row row, BalanceReader balances) throws UnreadableFile {
        tellWaiting();
        lastWasBroken = false;
        var read = balances.amount(row, section.head);
        if (read.problem() != null) {
            broken(read.problem());
        } else if (read.value() != null) {
            report.balance(balances.account(row, section.head), balances.balance(row, read.value(), section.head));
        }
    }

    private void endSection() {
        section.end(report);
        if (!section.toldStatement()) {
            report.statement(section.head);
        }
        wholeSections += profile.records().stream().allMatch(this::isThere) ? 1 : 0;
    }

    private boolean isThere(ProfileRecord record) {
        return switch (record) {
            case ProfileRecord.Trailer trailer -> trailer.optional() || isOfFile(trailer) || section.hasSeen(trailer);
            case ProfileRecord.Header header -> header.optional() || file.hasSeen(header);
            default -> true;
        };
    }

    /// Whether a trailer stands once behind all sections.
    private static boolean isOfFile(ProfileRecord.Trailer trailer) {
        return !trailer.totals().isEmpty() && trailer.totals().stream().allMatch(ProfileTotal::whole);
    }

    void end() throws UnreadableFile {
        tellWaiting();
        endSection();
        file.endTotals(report);
        boolean closed = profile.records().stream()
                .allMatch(record -> !(record instanceof ProfileRecord.Trailer trailer && isOfFile(trailer))
                        || trailer.optional()
                        || file.hasSeen(trailer));
        boolean promisesWhole = profile.records().stream()
                .anyMatch(record -> (record instanceof ProfileRecord.Trailer trailer && !trailer.optional())
                        || (record instanceof ProfileRecord.Header header && !header.optional()));
        if (promisesWhole) {
            long all = Math.max(1, sections);
            report.check(Check.block(
                    "file-is-whole",
                    "headers and trailers for " + all + (all == 1 ? " section" : " sections"),
                    "headers and trailers for " + wholeSections + (wholeSections == 1 ? " section" : " sections")
                            + (closed ? "" : ", and no trailer of the file"),
                    closed && wholeSections == all));
        }
    }
}
