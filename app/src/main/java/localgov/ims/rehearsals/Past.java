package localgov.ims.rehearsals;

import java.time.LocalDate;
import java.util.List;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Stated;
import localgov.ims.imports.ArrivedLine;
import localgov.ims.imports.Outcome;
import localgov.ims.kernel.Money;
import localgov.ims.rules.Rules;
import org.jspecify.annotations.Nullable;

/// A line that came in, and what became of it.
///
/// @param rule the code of what decided it, as it is kept with the line
/// @param because what belongs to that, as it is kept
/// @param byPeople where people placed it out of suspense; nothing when they have not, or in several places
/// @param written nothing where it is not in the book
record Past(
        boolean credit,
        long pence,
        LocalDate bookedOn,
        Outcome outcome,
        @Nullable String fund,
        @Nullable String account,
        String rule,
        String because,
        @Nullable Place byPeople,
        @Nullable Written written,
        Said said) {

    record Place(String fund, String account) {}

    /// How it was written into the book.
    record Written(
            String from,
            String to,
            @Nullable String method,
            @Nullable String vatCode,
            @Nullable String narrative) {}

    /// What the file said.
    ///
    /// @param several whether it is several payments in one
    /// @param statedFund the fund that the file states, and `statedVat` its VAT code; empty where it states none
    record Said(
            int place,
            String source,
            String bankAccount,
            String code,
            String payer,
            String payerAccount,
            String reference,
            String texts,
            boolean several,
            String statedFund,
            String statedVat) {}

    /// Whether a rule of the council had decided it.
    boolean byRule() {
        return rule.startsWith(Rules.PREFIX);
    }

    /// As it arrived, as far as it was kept.
    ArrivedLine arrived() {
        return new ArrivedLine(
                said.place(),
                credit ? Direction.CREDIT : Direction.DEBIT,
                Money.pence(pence),
                bookedOn,
                said.bankAccount(),
                said.several(),
                said.code(),
                said.payer(),
                text(),
                said.reference(),
                said.payer(),
                List.of(said.texts().split("\n")),
                said.payerAccount(),
                said.reference(),
                said.texts(),
                new Stated("", said.statedFund(), "", said.statedVat(), null, null, ""));
    }

    /// What it said besides the payer’s name, on one line.
    String text() {
        return (said.reference() + " " + said.texts().replace('\n', ' ')).strip();
    }
}
