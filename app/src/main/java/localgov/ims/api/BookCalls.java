package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.Balances;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.Laws;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The book: its balances, whether its laws hold, and all of it as plain text.
@RestController
@Needs(Permission.SEE_BOOKS)
class BookCalls {
    private final Balances balances;
    private final Laws laws;
    private final PlainTextBooks books;

    BookCalls(Balances balances, Laws laws, PlainTextBooks books) {
        this.balances = balances;
        this.laws = laws;
        this.books = books;
    }

    /// @param total of all balances: nothing, when the book is in order
    @Json
    record AllBalances(List<AccountBalance> accounts, long total) {}

    /// All in pence; `balance` is debits less credits.
    @Json
    record AccountBalance(String account, long debits, long credits, long balance) {}

    @GetMapping("/api/v1/balances")
    AllBalances balances() {
        var all = balances.all();
        return new AllBalances(
                all.stream()
                        .map(one -> new AccountBalance(
                                one.account(),
                                one.debits().pence(),
                                one.credits().pence(),
                                one.balance().pence()))
                        .toList(),
                all.stream()
                        .map(Balances.Balance::balance)
                        .reduce(Money.ZERO, Money::plus)
                        .pence());
    }

    @Json
    record AllLaws(boolean hold, List<OneLaw> laws) {}

    @Json
    record OneLaw(String id, String sentence, long violations) {}

    @GetMapping("/api/v1/laws")
    AllLaws laws() {
        var all = laws.all().stream()
                .map(law -> new OneLaw(law.id(), law.sentence(), law.violations()))
                .toList();
        return new AllLaws(all.stream().allMatch(law -> law.violations() == 0), all);
    }

    /// Written while it is read, so that a book of any length takes the same memory here.
    @GetMapping("/api/v1/books.journal")
    @Nullable
    ResponseEntity<Object> journal(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = new Asked(request, Set.of("from", "to"));
        var from = asked.day("from");
        var to = asked.day("to");
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
        books.write(from, to, out);
        out.flush();
        return null;
    }
}
