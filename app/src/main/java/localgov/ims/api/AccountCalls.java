package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.AccountLooks;
import localgov.ims.accounts.Accounts;
import localgov.ims.accounts.BadRows;
import localgov.ims.accounts.Loaded;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.settings.FurtherFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Account holders, as a service system states them.
@RestController
class AccountCalls {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Accounts accounts;
    private final AccountLooks looks;
    private final FurtherFields further;

    AccountCalls(Accounts accounts, AccountLooks looks, FurtherFields further) {
        this.accounts = accounts;
        this.looks = looks;
        this.further = further;
    }

    /// What became of the rows; a row that changed nothing is `unchanged`.
    @Json
    record Outcome(long rows, long added, long changed, long unchanged, long refused, List<Row> problems) {}

    @Json
    record Row(long line, String column, String value, String problem) {}

    /// Read as a stream: hundreds of thousands of rows are one call, and either all of them are taken or none.
    @PostMapping(
            path = "/api/v1/accounts",
            consumes = {NDJSON, "application/ndjson", "application/jsonl", CSV, "application/csv"})
    @Needs(Permission.LOAD_ACCOUNTS)
    ResponseEntity<Object> load(HttpServletRequest request, Caller caller) throws IOException {
        var asked = new Asked(request, Set.of("bad_rows"));
        var badRows = badRows(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var loaded = accounts.load(
                request.getInputStream(),
                request.getContentType(),
                badRows,
                caller.scope(Permission.LOAD_ACCOUNTS).onlyFunds(),
                caller.signature());
        return loaded.kept()
                ? ResponseEntity.ok(outcome(loaded))
                : rowsRefused(loaded).reply();
    }

    private static BadRows badRows(Asked asked) {
        var given = asked.text("bad_rows");
        if (given == null || given.equals("refuse_file")) {
            return BadRows.REFUSE_FILE;
        }
        if (!given.equals("leave_out")) {
            asked.note("bad_rows", "unknown", "This must be refuse_file or leave_out.");
        }
        return BadRows.LEAVE_OUT;
    }

    private static Outcome outcome(Loaded loaded) {
        return new Outcome(
                loaded.rows(),
                loaded.added(),
                loaded.changed(),
                loaded.unchanged(),
                loaded.refused(),
                loaded.problems().stream()
                        .map(row -> new Row(
                                row.line(),
                                row.column(),
                                row.value(),
                                row.problem().english()))
                        .toList());
    }

    private static Problem rowsRefused(Loaded loaded) {
        return Problem.unprocessable(
                "rows_refused",
                "%d of %d rows are wrong, so none was taken.".formatted(loaded.refused(), loaded.rows()),
                loaded.problems().stream()
                        .map(row -> new Problem.Field(
                                row.column().isEmpty()
                                        ? "line " + row.line()
                                        : "line %d, %s".formatted(row.line(), row.column()),
                                "wrong_row",
                                row.problem().english()))
                        .toList());
    }

    /// @param balance what is owed in pence, below nothing when in credit; left out when the service system does
    ///   not say
    /// @param custom what the council has added, by code
    @Json
    record Holder(
            String fund,
            String number,
            String name,
            String address,
            @Nullable Long balance,
            boolean stopped,
            String stopMessage,
            String messageCode,
            Map<String, @Nullable Object> custom) {}

    /// A number may hold strokes (`ALS/1234/5678`), so it is all that is left of the address. Programs that look are
    /// noted as people are.
    @GetMapping("/api/v1/accounts/{fund}/{*number}")
    @Needs(Permission.SEE_ACCOUNTS)
    ResponseEntity<Object> one(
            @PathVariable("fund") String fund, @PathVariable("number") String number, Caller caller) {
        return Optional.of(fund)
                .filter(CurrentCaller.scope(Permission.SEE_ACCOUNTS)::allowsFund)
                .flatMap(allowed -> accounts.find(allowed, number.substring(1)))
                .<ResponseEntity<Object>>map(found -> {
                    looks.note(found, caller.signature());
                    return ResponseEntity.ok(holder(found));
                })
                .orElseGet(() -> Problem.notFound("There is no such account.").reply());
    }

    private Map<String, @Nullable Object> custom(Account account) {
        var fields = further.on(FurtherFields.ACCOUNTS);
        var kept = fields.read(accounts.custom(account));
        var values = new LinkedHashMap<String, @Nullable Object>();
        fields.fields()
                .forEach(field -> values.put(
                        FurtherFields.Of.code(field),
                        EntryJson.value(field.kind(), kept.getOrDefault(field.column(), ""))));
        return values;
    }

    private Holder holder(Account account) {
        return new Holder(
                account.fund(),
                account.number(),
                account.name(),
                account.address(),
                FundCalls.pence(account.balance()),
                account.stopped(),
                account.stopMessage(),
                account.messageCode(),
                custom(account));
    }
}
