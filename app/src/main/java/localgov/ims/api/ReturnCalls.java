package localgov.ims.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import localgov.ims.advices.AdviceRow;
import localgov.ims.advices.ReturnRow;
import localgov.ims.advices.ReturnState;
import localgov.ims.advices.Returns;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.Money;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Debits that came back and how they stand, and what became of instructions. Which receipt came back is for a person
/// who has just signed in to say, on a page: there is nothing to send here.
@RestController
@Needs(Permission.SEE_IMPORTS)
class ReturnCalls {
    private static final String FILE = "import";

    private final Returns returns;

    ReturnCalls(Returns returns) {
        this.returns = returns;
    }

    @Json
    record Page(List<Shown> returns, @Nullable String next) {}

    /// @param why why it waits; left out unless it does
    /// @param receipt its receipt, as `journal-line`; left out while that is not known
    /// @param note what somebody said who put it aside
    @Json
    record Shown(
            String id,
            String state,
            @Nullable String why,
            long amount,
            @Nullable LocalDate collectedOn,
            LocalDate returnedOn,
            @Nullable String receipt,
            Told told,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {}

    /// What a report told of it.
    ///
    /// @param reason what the report's code means; left out where Bacs has published none
    /// @param said what the report says of it in its own words
    @Json
    record Told(
            String file,
            String report,
            @Nullable String reportNumber,
            @Nullable LocalDate reportDay,
            @Nullable String reference,
            String reasonCode,
            @Nullable String reason,
            @Nullable String said,
            @Nullable String toDo,
            @Nullable String payer,
            @Nullable String payerAccount) {}

    @Json
    record AdvicePage(List<Advice> advices, @Nullable String next) {}

    /// @param instruction what becomes of it: it stands, waits, moves to `newPayerAccount`, or has ended
    /// @param day from which it holds
    @Json
    record Advice(
            String id,
            String file,
            String report,
            String instruction,
            @Nullable String reference,
            @Nullable String payer,
            @Nullable String payerAccount,
            @Nullable String newPayerAccount,
            @Nullable Long amount,
            @Nullable LocalDate day,
            String reasonCode,
            @Nullable String reason,
            @Nullable String said,
            @Nullable String toDo) {}

    @GetMapping("/api/v1/returns")
    ResponseEntity<Object> list(HttpServletRequest request) {
        var asked = new Asked(request, Set.of("state", FILE, Asked.AFTER, Asked.LIMIT));
        var states = asked.state(ReturnState.class, "a return");
        var file = file(asked);
        int limit = asked.limit();
        var before = before(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var found = returns.list(states.isEmpty() ? List.of(ReturnState.values()) : states, file, before, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(new Page(
                page.stream().map(ReturnCalls::shown).toList(),
                found.size() > limit ? asked.next(page.getLast().id()) : null));
    }

    @GetMapping("/api/v1/returns/{id}")
    ResponseEntity<Object> one(@PathVariable("id") String id) {
        return number(id)
                .flatMap(returns::find)
                .<ResponseEntity<Object>>map(back -> ResponseEntity.ok(shown(back)))
                .orElseGet(() -> Problem.notFound("There is no such return.").reply());
    }

    /// What became of instructions and of accounts that were paid, and claims that were withdrawn.
    @GetMapping("/api/v1/bacs-advices")
    ResponseEntity<Object> advices(HttpServletRequest request) {
        var asked = new Asked(request, Set.of(FILE, Asked.AFTER, Asked.LIMIT));
        var file = file(asked);
        int limit = asked.limit();
        var before = before(asked);
        if (!asked.errors().isEmpty()) {
            return Problem.invalid(asked.errors()).reply();
        }
        var found = returns.told(file, before, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(new AdvicePage(
                page.stream().map(ReturnCalls::advice).toList(),
                found.size() > limit ? asked.next(page.getLast().id()) : null));
    }

    private static @Nullable ImportId file(Asked asked) {
        var given = asked.text(FILE);
        var file = ImportId.read(given == null ? "" : given).orElse(null);
        if (given != null && file == null) {
            asked.note(FILE, "unknown", "This must be the id of an import.");
        }
        return file;
    }

    private static @Nullable Long before(Asked asked) {
        var place = asked.after(1);
        var before = place.map(List::getFirst).flatMap(ReturnCalls::number);
        if (place.isPresent() && before.isEmpty()) {
            asked.wrongPlace();
        }
        return before.orElse(null);
    }

    private static Optional<Long> number(String given) {
        return given.matches("\\d{1,18}") ? Optional.of(Long.valueOf(given)) : Optional.empty();
    }

    private static Shown shown(ReturnRow back) {
        return new Shown(
                Long.toString(back.id()),
                word(back.state()),
                Optional.ofNullable(back.why()).map(ReturnCalls::word).orElse(null),
                back.amount().pence(),
                back.collectedOn(),
                back.returnedOn(),
                back.journal() == null ? null : back.journal() + "-" + back.line(),
                new Told(
                        back.file().toString(),
                        word(back.report()),
                        said(back.reportNumber()),
                        back.reportDay(),
                        said(back.reference()),
                        back.reasonCode(),
                        said(back.reason()),
                        said(back.said()),
                        said(back.toDo()),
                        said(back.payer()),
                        said(back.payerAccount())),
                back.decidedBy(),
                back.decidedAt(),
                back.note());
    }

    private static Advice advice(AdviceRow told) {
        return new Advice(
                Long.toString(told.id()),
                told.file().toString(),
                word(told.report()),
                word(told.instruction()),
                said(told.reference()),
                said(told.payer()),
                said(told.payerAccount()),
                said(told.newPayerAccount()),
                Optional.ofNullable(told.amount()).map(Money::pence).orElse(null),
                told.day(),
                told.reasonCode(),
                said(told.reason()),
                said(told.said()),
                said(told.toDo()));
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
