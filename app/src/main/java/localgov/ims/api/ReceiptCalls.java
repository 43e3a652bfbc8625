package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.reporting.Criteria;
import localgov.ims.reporting.FoundReceipt;
import localgov.ims.reporting.Position;
import localgov.ims.reporting.ReceiptSearch;
import localgov.ims.reporting.SearchBox;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Money received, newest first. Asked for a fund or an account, it is found there also when it came by way of
/// suspense.
@RestController
@Needs(Permission.SEE_RECEIPTS)
class ReceiptCalls {
    private final ReceiptSearch search;
    private final SearchBox box;
    private final Catalogue catalogue;

    ReceiptCalls(ReceiptSearch search, SearchBox box, Catalogue catalogue) {
        this.search = search;
        this.box = box;
        this.catalogue = catalogue;
    }

    @Json
    record Receipts(List<Receipt> receipts, @Nullable String next) {}

    /// One posting. `from` is the pot the money came out of, `to` the one it went into; `amount` has the `vat` in
    /// it; pence.
    @Json
    record Receipt(
            long id,
            long journal,
            int line,
            String from,
            String to,
            @Nullable String fund,
            @Nullable String account,
            long amount,
            long vat,
            @Nullable String method,
            LocalDate happenedOn,
            @Nullable String payer,
            @Nullable String narrative) {}

    @GetMapping("/api/v1/receipts")
    ResponseEntity<Object> find(HttpServletRequest request) {
        var asked = new Asked(
                request, Set.of("fund", "group", "account", "from", "to", "amount", "q", Asked.AFTER, Asked.LIMIT));
        var criteria = criteria(asked);
        int limit = asked.limit();
        var after = after(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        if (criteria.isEmpty()) {
            return ResponseEntity.ok(new Receipts(List.of(), null));
        }
        var found = search.page(criteria.get(), CurrentCaller.scope(Permission.SEE_RECEIPTS), after, limit);
        return ResponseEntity.ok(new Receipts(
                found.receipts().stream().map(ReceiptCalls::receipt).toList(),
                found.next().map(asked::next).orElse(null)));
    }

    /// What to look for; nothing when no receipt can be it.
    private Optional<Criteria> criteria(Asked asked) {
        var amount = asked.pence("amount");
        var fund = asked.text("fund");
        var group = asked.text("group");
        var account = asked.text("account");
        var wanted = Criteria.ANY
                .days(asked.day("from"), asked.day("to"))
                .amount(amount, amount)
                .fund(fund);
        if (group != null) {
            wanted = wanted.amongFunds(catalogue.now().fundsOf(group));
        }
        if (account != null) {
            wanted = wanted.accounts(forms(fund, account));
        }
        if (fund != null || group != null || account != null) {
            wanted = wanted.alsoPlacedLater();
        }
        var words = asked.text("q");
        if (words == null) {
            return Optional.of(wanted);
        }
        var all = wanted;
        return box.read(words, true, Scope.EVERYTHING).criteria().map(read -> all.words(read.words()));
    }

    /// The forms in which the book may have an account that was typed in any form.
    private List<String> forms(@Nullable String fund, String account) {
        if (fund != null
                && catalogue.now().fund(fund).map(known -> known.check(account)).orElse(null)
                        instanceof ReferenceCheck.Fits fits) {
            return List.of(fits.reference());
        }
        var close = account.replaceAll("[\\s-]", "");
        return Stream.of(account, close, close.toUpperCase(Locale.ROOT))
                .filter(form -> !form.contains(" "))
                .distinct()
                .toList();
    }

    private static @Nullable Position after(Asked asked) {
        var place = asked.after(1);
        if (place.isEmpty()) {
            return null;
        }
        var position = Position.read(place.get().getFirst());
        if (position.isEmpty()) {
            asked.wrongPlace();
        }
        return position.orElse(null);
    }

    private static Receipt receipt(FoundReceipt found) {
        return new Receipt(
                found.id(),
                found.journal(),
                found.line(),
                found.fromAccount(),
                found.toAccount(),
                found.fund(),
                found.accountNumber(),
                found.pence().pence(),
                found.vatPence().pence(),
                found.method(),
                found.happenedOn(),
                found.payer(),
                found.narrative());
    }
}
