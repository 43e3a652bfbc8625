package localgov.ims.accounts;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Accounts as the CSV file that [Accounts#load] takes, made while it is read.
public final class AccountCsv extends InputStream {
    private static final String HEAD = "fund,number,name,address,balance,stopped,stop_message,message_code";

    private final Iterator<Account> accounts;
    private final List<String> further;
    private final BiFunction<Account, String, String> answers;
    private byte[] line;
    private int at;

    public AccountCsv(Iterator<Account> accounts) {
        this(accounts, List.of(), (_, _) -> "");
    }

    /// @param further columns that the council has added
    /// @param answers what an account says in one of them
    AccountCsv(Iterator<Account> accounts, List<String> further, BiFunction<Account, String, String> answers) {
        this.accounts = accounts;
        this.further = further;
        this.answers = answers;
        this.line = (Stream.concat(Stream.of(HEAD), further.stream()).collect(Collectors.joining(",")) + "\n")
                .getBytes(StandardCharsets.UTF_8);
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

    private String row(Account account) {
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
                + further.stream()
                        .map(column -> "," + quoted(answers.apply(account, column)))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
