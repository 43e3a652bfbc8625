package localgov.ims.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.formats.Direction;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;

/// An amount of a file, what became of it and why.
///
/// @param place its ordinal among the amounts of the file, which is also the line of its posting
/// @param entry the ordinal of its entry; a line with parts has several amounts
/// @param part which part of the entry, from 1; 0 for the whole of it
/// @param line the physical line of the file where the entry begins
/// @param fundCalled what people call that fund
/// @param rule a stable code for the reason
/// @param why the reason, as sentences in both languages
/// @param said what else the bank said, with line breaks between its texts; card numbers are masked
public record ImportLine(
        ImportId importId,
        int place,
        int entry,
        int part,
        long line,
        Direction direction,
        Money amount,
        LocalDate bookedOn,
        Outcome outcome,
        @Nullable String fund,
        KindOfFile.@Nullable Called fundCalled,
        @Nullable String account,
        String rule,
        List<KindOfFile.Why> why,
        String bankAccount,
        String code,
        String payer,
        String reference,
        String said) {

    ImportLine withMore(List<KindOfFile.Why> reasons) {
        return reasons.isEmpty()
                ? this
                : new ImportLine(
                        importId,
                        place,
                        entry,
                        part,
                        line,
                        direction,
                        amount,
                        bookedOn,
                        outcome,
                        fund,
                        fundCalled,
                        account,
                        rule,
                        Stream.concat(why.stream(), reasons.stream()).toList(),
                        bankAccount,
                        code,
                        payer,
                        reference,
                        said);
    }

    /// The reason in English, as programs and the audit get it.
    public List<String> reasons() {
        return why.stream().map(KindOfFile.Why::english).toList();
    }
}
