package localgov.ims.accounts;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// Accounts as the CSV file that [Accounts#load] takes, made while it is read.
public final class AccountCsv extends InputStream {
    private final Iterator<Account> accounts;
    private byte[] line =
            "fund,number,name,address,balance,stopped,stop_message,message_code\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    public AccountCsv(Iterator<Account> accounts) {
        this.accounts = accounts;
    }

    @Override
    public int read() {
        return more() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        }
        int done = 0;
        while (done < most && more()) {
            int part = Math.min(most - done, line.length - at);
            System.arraycopy(line, at, into, from + done, part);
            at += part;
            done += part;
        }
        return done == 0 ? -1 : done;
    }

    private boolean more() {
        if (at == line.length && accounts.hasNext()) {
            line = row(accounts.next()).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at < line.length;
    }

    private static String row(Account account) {
        var balance = account.balance();
        return String.join(
                        ",",
                        account.fund(),
                        quoted(account.number()),
                        quoted(account.name()),
                        quoted(account.address()),
                        balance == null ? "" : Long.toString(balance.pence()),
                        account.stopped() ? "true" : "false",
                        quoted(account.stopMessage()),
                        quoted(account.messageCode()))
                + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
