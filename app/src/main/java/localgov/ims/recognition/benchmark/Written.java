package localgov.ims.recognition.benchmark;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.util.List;

/// The benchmark as files that any program can read. The columns are described in `docs/recognition.md`.
public final class Written {
    private Written() {}

    /// Who holds which account, what is due, and how often which bank account has paid it.
    public static void accounts(Borough borough, Writer out) {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("fund", "account", "name", "due_pence", "payer", "times_paid");
        borough.holders()
                .forEach(holder -> csv.writeRecord(
                        holder.fund(),
                        holder.account(),
                        holder.name(),
                        Long.toString(holder.due()),
                        holder.payer(),
                        Integer.toString(holder.times())));
    }

    /// What the bank says.
    public static void lines(List<LabelledLine> lines, Writer out) {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("line", "reference", "name", "texts", "pence", "payer");
        lines.forEach(one -> csv.writeRecord(
                Integer.toString(one.number()),
                one.line().reference(),
                one.line().name(),
                String.join("\n", one.line().texts()),
                Long.toString(one.line().pence()),
                one.line().payer()));
    }

    /// What was meant.
    public static void truth(List<LabelledLine> lines, Writer out) {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("line", "mistake", "expected", "fund", "account", "accounts_listed");
        lines.forEach(one -> csv.writeRecord(
                Integer.toString(one.number()),
                one.mistake().code(),
                one.expected().name().toLowerCase(java.util.Locale.ROOT),
                one.fund(),
                one.account(),
                one.listed() ? "yes" : "no"));
    }
}
