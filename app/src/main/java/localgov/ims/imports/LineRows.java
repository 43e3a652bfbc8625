package localgov.ims.imports;

import java.time.LocalDate;
import java.util.UUID;
import localgov.ims.formats.Direction;
import localgov.ims.platform.CopyRows;
import localgov.ims.platform.Copying;
import org.jspecify.annotations.Nullable;

/// Writes the rows of `imports_line`.
final class LineRows {
    private final Copying copying;
    private final CopyRows rows;
    private final String id;
    private @Nullable LocalDate day;
    private String dayText = "";

    /// @param table that has the columns of `imports_line`
    LineRows(ImportId id, Copying copying, String table) {
        this.id = id.value().toString();
        this.copying = copying;
        this.rows = copying.into(table + LineStore.COLUMNS);
    }

    /// Where a row stands in the file. `part` is 0 for a whole entry.
    record At(int place, int entry, int part) {}

    /// What of an entry is kept.
    record Kept(String payer, String reference, String said, String payerAccount) {}

    void write(At at, Pending entry, long pence, @Nullable UUID print, Taken taken, Kept kept) {
        rows.ascii(id)
                .number(at.place())
                .number(at.entry())
                .number(at.part())
                .number(entry.line.line())
                .number(pence)
                .ascii(day(entry.line.bookedOn()))
                .yesNo(entry.line.direction() == Direction.CREDIT)
                .ascii(taken.outcome().name());
        if (print == null) {
            rows.text(null).text(null);
        } else {
            rows.number(entry.occurrence).id(print);
        }
        rows.text(entry.bankAccount)
                .text(entry.line.code())
                .text(taken.place().fund())
                .text(taken.place().account())
                .ascii(taken.rule())
                .text(taken.because())
                .text(kept.payer())
                .text(kept.reference())
                .text(kept.said())
                .text(kept.payerAccount())
                .yesNo(at.part() == 0 && !entry.line.parts().isEmpty())
                .text(KeptText.of(entry.stated.fund()))
                .text(KeptText.of(entry.stated.vatCode()))
                .text(KeptText.of(entry.line.bankReference()))
                .end();
        copying.rowDone();
    }

    private String day(LocalDate wanted) {
        if (!wanted.equals(day)) {
            day = wanted;
            dayText = wanted.toString();
        }
        return dayText;
    }
}
