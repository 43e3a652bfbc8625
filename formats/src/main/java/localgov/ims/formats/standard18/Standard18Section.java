package localgov.ims.formats.standard18;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import localgov.ims.formats.Check;
import localgov.ims.formats.Direction;
import localgov.ims.formats.Problem;
import localgov.ims.formats.UnreadableFile;
import localgov.ims.formats.reading.Report;
import org.jspecify.annotations.Nullable;

/// What one section of a Standard 18 file (HDR1 to UTL1) has said so far: its labels and its running totals.
final class Standard18Section {

    /// A council has some tens of bank accounts. A list with thousands of first-named accounts pays others.
    static final int MOST_ACCOUNTS = 1_000;

    private static final class Account {
        long debits;
        long credits;
        long statedDebits = -1;
        long statedCredits = -1;
    }

    String serial = "";
    String file = "";
    String currency = "GBP";

    @Nullable
    LocalDate day;

    boolean closed;
    boolean holdsRecords;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private String currentKey = "";
    private Account current = new Account();
    private long debits;
    private long credits;
    private long debitCount;
    private long creditCount;
    private long statedDebits;
    private long statedCredits;
    private long statedDebitCount;
    private long statedCreditCount;
    private long balances;

    /// Makes an account the current one; true when the section has not named it before.
    boolean turnTo(String account, long line) throws UnreadableFile {
        holdsRecords = true;
        if (account.equals(currentKey)) {
            return false;
        }
        var known = accounts.get(account);
        currentKey = account;
        if (known != null) {
            current = known;
            return false;
        }
        if (accounts.size() >= MOST_ACCOUNTS) {
            throw new UnreadableFile(
                    new Problem(
                            line,
                            1,
                            account,
                            "This file names more than a thousand accounts as ours, so it is not a statement of our accounts; check that it is not a list of payments to others."));
        }
        current = new Account();
        accounts.put(account, current);
        return true;
    }

    void add(Direction direction, long pence) {
        if (direction == Direction.CREDIT) {
            credits += pence;
            current.credits += pence;
            creditCount++;
        } else {
            debits += pence;
            current.debits += pence;
            debitCount++;
        }
    }

    /// The bank's own total of the current account, codes 44 and 54.
    void addStated(Direction direction, long pence) {
        if (direction == Direction.CREDIT) {
            statedCredits += pence;
            statedCreditCount++;
            current.statedCredits = Math.max(0, current.statedCredits) + pence;
        } else {
            statedDebits += pence;
            statedDebitCount++;
            current.statedDebits = Math.max(0, current.statedDebits) + pence;
        }
    }

    void addBalance() {
        balances++;
    }

    /// Compares each account's own totals with its entries. Banks let these differ, so it is only a warning.
    void checkAccounts(Report report) {
        accounts.forEach((key, account) -> {
            if (account.statedDebits >= 0) {
                accountCheck(report, "account-debit-total", key, account.statedDebits, account.debits);
            }
            if (account.statedCredits >= 0) {
                accountCheck(report, "account-credit-total", key, account.statedCredits, account.credits);
            }
        });
    }

    private static void accountCheck(Report report, String name, String account, long stated, long read) {
        report.check(Check.warn(name, pounds(stated) + " for " + account, pounds(read), stated == read));
    }

    /// Compares one trailer total. A trailer may count the account totals (44 and 54) as if they were entries, so it
    /// holds when it equals the entries, or the entries and those totals.
    void checkTotal(Report report, Direction direction, long trailer) {
        boolean credit = direction == Direction.CREDIT;
        long read = credit ? credits : debits;
        long stated = credit ? statedCredits : statedDebits;
        var actual = stated == 0 ? pounds(read) : pounds(read) + " and account totals of " + pounds(stated);
        report.check(Check.block(
                credit ? "trailer-credit-total" : "trailer-debit-total",
                pounds(trailer),
                actual,
                trailer == read || trailer == read + stated));
    }

    /// Compares one trailer count, with the same two readings as the totals.
    void checkCount(Report report, Direction direction, long trailer) {
        boolean credit = direction == Direction.CREDIT;
        long read = credit ? creditCount : debitCount;
        long stated = credit ? statedCreditCount : statedDebitCount;
        var actual = stated == 0 ? Long.toString(read) : read + " and " + stated + " account totals";
        report.check(Check.block(
                credit ? "trailer-credit-count" : "trailer-debit-count",
                trailer,
                actual,
                trailer == read || trailer == read + stated));
    }

    void checkBalances(Report report, long trailer) {
        report.check(Check.block("trailer-balance-count", trailer, balances, trailer == balances));
    }

    static String pounds(long pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }
}
