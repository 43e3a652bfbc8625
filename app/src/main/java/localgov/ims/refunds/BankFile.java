package localgov.ims.refunds;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.kernel.London;

/// Refunds to pay by bank as CSV, a line for each. A text that a spreadsheet would take for a formula
/// gets an apostrophe in front.
final class BankFile {
    private static final List<String> HEADINGS = List.of(
            "reference",
            "payee",
            "paid_by",
            "amount",
            "funds",
            "accounts",
            "reason",
            "asked_by",
            "approved_by",
            "approved_on");
    private static final String FORMULA = "=+-@\t\r";

    private BankFile() {}

    static String written(List<Refund> refunds) throws IOException {
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADINGS);
        refunds.forEach(refund -> csv.writeRecord(cells(refund)));
        csv.flush();
        return text.toString();
    }

    private static List<String> cells(Refund refund) {
        var approved = refund.standing().approved();
        return Stream.of(
                        refund.reference().toString(),
                        refund.payee().or(refund::payer).orElse(""),
                        refund.payer().orElse(""),
                        refund.amount().inPounds().toPlainString(),
                        refund.parts().stream()
                                .map(part -> part.from().value().replaceFirst("^fund:", ""))
                                .collect(Collectors.joining(" ")),
                        refund.parts().stream()
                                .map(part -> part.account() == null ? "" : part.account())
                                .collect(Collectors.joining(" ")),
                        refund.reason(),
                        refund.askedBy().orElse(""),
                        approved == null || approved.person() == null ? "" : approved.who(),
                        refund.approvedAt()
                                .map(London::dayOf)
                                .map(Object::toString)
                                .orElse(""))
                .map(BankFile::guarded)
                .toList();
    }

    static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
