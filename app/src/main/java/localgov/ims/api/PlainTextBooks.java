package localgov.ims.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import localgov.ims.kernel.Money;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes the book in the plain-text form of the ledger family of programs, so that another program can prove it:
/// one entry for each journal and day, the account that money came from with a plus, the one it went to with a
/// minus.
///
/// The text is ASCII: hledger refuses anything else unless its user has set a UTF-8 locale. Accents are left out,
/// and signs that mean something in this form are replaced, so no name and no bank's text can be more than words.
@Component
class PlainTextBooks {
    private static final int ROWS_AT_ONCE = 2_000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final JdbcClient db;
    private final TransactionTemplate reading;

    PlainTextBooks(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Row(
            long journal,
            LocalDate happenedOn,
            String sourceKind,
            String sourceId,
            String fromAccount,
            String toAccount,
            Money amount,
            @Nullable String accountNumber,
            @Nullable String payer,
            @Nullable String narrative) {}

    /// @param from the first day, and `to` the last one; nothing for no bound
    void write(@Nullable LocalDate from, @Nullable LocalDate to, Appendable out) throws IOException {
        try {
            reading.executeWithoutResult(_ -> {
                try {
                    head(from, to, out);
                    entries(from, to, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void head(@Nullable LocalDate from, @Nullable LocalDate to, Appendable out) throws IOException {
        out.append("; The book from %s to %s. An account with a plus is debited.\n"
                .formatted(from == null ? "its beginning" : from, to == null ? "now" : to));
        out.append("commodity GBP 1000.00\n");
        for (var account : Rows.of(db.sql("""
                select balance.account, fund.ledger_code, fund.cost_centre
                  from ledger_balances balance
                  left join catalogue_funds fund on balance.account = 'fund:' || fund.code
                 order by balance.account collate "C"
                """).query(Declared.class))) {
            out.append("account ").append(plain(account.account()));
            tags(out, new String[][] {{"ledger", account.ledgerCode()}, {"centre", account.costCentre()}});
            out.append('\n');
        }
    }

    /// Where the finance system books a fund, as tags, so that hledger can total by them.
    private record Declared(
            String account,
            @Nullable String ledgerCode,
            @Nullable String costCentre) {}

    private void entries(@Nullable LocalDate from, @Nullable LocalDate to, Appendable out) throws IOException {
        try (var rows =
                db.sql("""
                        select journal, happened_on, source_kind, source_id, from_account, to_account, pence as amount,
                               account_number, payer, narrative
                          from ledger_postings
                         where (:from::date is null or happened_on >= :from::date)
                           and (:to::date is null or happened_on <= :to::date)
                         order by happened_on, journal, line
                        """).param("from", from).param("to", to).withFetchSize(ROWS_AT_ONCE).query(Row.class).stream()) {
            Row before = null;
            for (var each = rows.iterator(); each.hasNext(); ) {
                var row = each.next();
                if (before == null
                        || before.journal() != row.journal()
                        || !before.happenedOn().equals(row.happenedOn())) {
                    out.append("\n%s * (%d) %s %s\n"
                            .formatted(
                                    row.happenedOn(), row.journal(), plain(row.sourceKind()), words(row.sourceId())));
                }
                posting(row, out);
                before = row;
            }
        }
    }

    private static void posting(Row row, Appendable out) throws IOException {
        out.append("    ")
                .append(plain(row.fromAccount()))
                .append("  GBP ")
                .append(row.amount().inPounds().toPlainString());
        comment(row, out);
        out.append("\n    ")
                .append(plain(row.toAccount()))
                .append("  GBP -")
                .append(row.amount().inPounds().toPlainString());
        out.append('\n');
    }

    private static void comment(Row row, Appendable out) throws IOException {
        tags(out, new String[][] {{"number", row.accountNumber()}, {"payer", row.payer()}, {"text", row.narrative()}});
    }

    private static void tags(Appendable out, @Nullable String[][] tags) throws IOException {
        var separator = "  ; ";
        for (var said : tags) {
            if (said[1] != null) {
                out.append(separator).append(said[0]).append(':').append(words(said[1]));
                separator = ", ";
            }
        }
    }

    /// Words and nothing else: a colon would make a tag of the word before it.
    static String words(String text) {
        return plain(text).replace(':', '.');
    }

    /// One line without comments, brackets or neighbouring spaces, which end the name of an account.
    static String plain(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var ascii =
                NOT_PLAIN.matcher(letters.replaceAll("[\\p{Cntrl}\\p{Z}]", " ")).replaceAll("?");
        return SPACES.matcher(ascii.replace(';', '.')
                        .replace('[', '(')
                        .replace(']', ')')
                        .replace(',', '.'))
                .replaceAll(" ")
                .strip();
    }
}
