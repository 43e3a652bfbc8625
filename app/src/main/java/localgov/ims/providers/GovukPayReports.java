package localgov.ims.providers;

import static localgov.ims.providers.GovukPayReading.day;
import static localgov.ims.providers.GovukPayReading.instant;
import static localgov.ims.providers.GovukPayReading.money;
import static localgov.ims.providers.GovukPayReading.text;
import static localgov.ims.providers.GovukPayReading.tree;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.providers.ProviderLine.Replied;
import localgov.ims.providers.ProviderLine.Silence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What GOV.UK Pay lists: disputes, and what it has paid out. A list is read to its last page or not told at
/// all, and what moved from one page to the next meanwhile is told once. Days of settlement are in its searches
/// sooner than in a single payment, and only of some of the acquirers behind it.
record GovukPayReports(GovukPayKeys keys) {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 1_000;
    private static final String NO_NUMBER = "";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Logger LOG = LoggerFactory.getLogger(GovukPayReports.class);
    private static final Set<Integer> NOT_THIS_KEY = Set.of(401, 403);

    Listed<Dispute> disputes(LocalDate from, LocalDate to) {
        // Its times exclude both ends.
        var query = "from_date=%s&to_date=%s"
                .formatted(London.startOf(from).minusSeconds(1), London.startOf(to.plusDays(1)));
        return list("/v1/disputes?" + query, GovukPayReports::dispute, Dispute::disputeReference);
    }

    /// Its times exclude both ends; the end stands still while the pages are read, although payments go on.
    Listed<String> paid(Instant from, Instant to) {
        var query = "state=success&from_date=%s&to_date=%s"
                .formatted(from.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1), to.truncatedTo(ChronoUnit.SECONDS));
        return withNumbers(list("/v1/payments?" + query, GovukPayReports::number, number -> number));
    }

    /// What has no number cannot be asked about, and must not hide the others.
    private static Optional<String> number(JsonNode json) {
        var number = text(json, "payment_id");
        return Optional.of(number == null || !ID.matcher(number).matches() ? NO_NUMBER : number);
    }

    private static Listed<String> withNumbers(Listed<String> listed) {
        if (!(listed instanceof Listed.These<String>(var numbers)) || !numbers.contains(NO_NUMBER)) {
            return listed;
        }
        LOG.warn("GOV.UK Pay listed payments without a number, which were left out");
        return new Listed.These<>(
                numbers.stream().filter(number -> !number.equals(NO_NUMBER)).toList());
    }

    Listed<RefundMade> refundsMade(LocalDate from, LocalDate to) {
        var query = "from_date=%s&to_date=%s"
                .formatted(London.startOf(from).minusSeconds(1), London.startOf(to.plusDays(1)));
        return list(
                "/v1/refunds?" + query,
                GovukPayReports::made,
                row -> row.refund().refundReference());
    }

    private static Optional<RefundMade> made(JsonNode json) {
        var payment = text(json, "payment_id");
        return payment == null
                ? Optional.empty()
                : GovukPayReading.refund(json).map(refund -> new RefundMade(payment, refund));
    }

    Listed<SettledRow> settled(LocalDate from, LocalDate to) {
        var query = "?from_settled_date=%s&to_settled_date=%s".formatted(from, to);
        var all = new ArrayList<SettledRow>();
        List<Listed<SettledRow>> parts = List.of(
                list("/v1/payments" + query, GovukPayReports::payment, SettledRow::number),
                list("/v1/refunds" + query, GovukPayReports::refund, SettledRow::number),
                list("/v1/disputes" + query, GovukPayReports::lost, SettledRow::number));
        for (var part : parts) {
            if (!(part instanceof Listed.These<SettledRow>(var rows))) {
                return part;
            }
            rows.stream()
                    .filter(row ->
                            !row.settledOn().isBefore(from) && !row.settledOn().isAfter(to))
                    .forEach(all::add);
        }
        return new Listed.These<>(all);
    }

    /// What cannot be read makes the list as a whole unreadable; what does not belong in it is left out.
    private interface Row<T> {
        Optional<T> read(JsonNode json);
    }

    /// With every key: the one before the present may be of another account, whose money goes on being settled.
    /// One that has been revoked tells nothing any more.
    private <T> Listed<T> list(String path, Row<T> row, Function<T, String> number) {
        var found = new LinkedHashMap<String, T>();
        var present = true;
        for (var by : keys.all().toList()) {
            var problem = list(by, path, row, number, found, !present);
            if (problem.isPresent()) {
                return new Listed.NoAnswer<>(problem.get());
            }
            present = false;
        }
        keys.book().known(keys.account().code());
        return new Listed.These<>(List.copyOf(found.values()));
    }

    private <T> Optional<String> list(
            ProviderAccount by,
            String path,
            Row<T> row,
            Function<T, String> number,
            LinkedHashMap<String, T> found,
            boolean mayBeRevoked) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            var reply = keys.client().get(by, "%s&display_size=%d&page=%d".formatted(path, PAGE, page));
            if (!mayBeRevoked) {
                keys.book().heard(by.code(), reply);
            }
            if (reply instanceof Silence(var what)) {
                return Optional.of(what);
            }
            var replied = (Replied) reply;
            if (mayBeRevoked && NOT_THIS_KEY.contains(replied.status()) || page > 1 && replied.status() == 404) {
                return Optional.empty();
            }
            var json = tree(replied.body());
            if (replied.status() != 200 || !json.path("results").isArray()) {
                return Optional.of(replied.inWords());
            }
            if (!add(json.path("results"), row, number, found)) {
                return Optional.of("GOV.UK Pay listed something in a way we cannot read");
            }
            if (!goesOn(json)) {
                return Optional.empty();
            }
        }
        return Optional.of("GOV.UK Pay’s list has no end");
    }

    private static <T> boolean add(
            JsonNode results, Row<T> row, Function<T, String> number, LinkedHashMap<String, T> found) {
        for (var json : results) {
            var read = row.read(json);
            if (read.isEmpty()) {
                return false;
            }
            found.putIfAbsent(number.apply(read.get()), read.get());
        }
        return true;
    }

    /// The links have another name in the list of disputes than everywhere else.
    private static boolean goesOn(JsonNode json) {
        return json.path("_links").path("next_page").isObject()
                || json.path("links").path("next_page").isObject();
    }

    private static Optional<Dispute> dispute(JsonNode json) {
        var id = text(json, "dispute_id");
        var payment = text(json, "payment_id");
        var amount = money(json, "amount");
        return id == null || payment == null || amount == null
                ? Optional.empty()
                : Optional.of(new Dispute(
                        id,
                        payment,
                        amount,
                        money(json, "fee"),
                        money(json, "net_amount"),
                        text(json, "reason"),
                        state(text(json, "status")),
                        instant(json, "created_date"),
                        instant(json, "evidence_due_date"),
                        day(json.path("settlement_summary"), "settled_date")));
    }

    private static Dispute.State state(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "needs_response" -> Dispute.State.NEEDS_RESPONSE;
            case "under_review" -> Dispute.State.UNDER_REVIEW;
            case "won" -> Dispute.State.WON;
            case "lost" -> Dispute.State.LOST;
            default -> Dispute.State.UNKNOWN;
        };
    }

    /// Of one that failed nothing was paid, and its fee is kept all the same.
    private static Optional<SettledRow> payment(JsonNode json) {
        var total = money(json, "total_amount");
        var paid = total == null ? money(json, "amount") : total;
        var gross = "success".equals(text(json.path("state"), "status")) ? paid : Money.ZERO;
        return row(SettledRow.Kind.PAYMENT, json, text(json, "payment_id"), gross, money(json, "net_amount"));
    }

    private static Optional<SettledRow> refund(JsonNode json) {
        var amount = money(json, "amount");
        var gross = amount == null ? null : amount.negated();
        return row(SettledRow.Kind.REFUND, json, text(json, "refund_id"), gross, gross);
    }

    private static Optional<SettledRow> lost(JsonNode json) {
        var amount = money(json, "amount");
        var gross = amount == null ? null : amount.negated();
        return row(SettledRow.Kind.DISPUTE, json, text(json, "dispute_id"), gross, money(json, "net_amount"));
    }

    /// What has no fee is paid out whole.
    private static Optional<SettledRow> row(
            SettledRow.Kind kind, JsonNode json, @Nullable String number, @Nullable Money gross, @Nullable Money net) {
        var payment = text(json, "payment_id");
        var day = day(json.path("settlement_summary"), "settled_date");
        if (number == null || payment == null || gross == null || day == null) {
            return Optional.empty();
        }
        var fee = money(json, "fee");
        var kept = net != null ? gross.minus(net) : fee == null ? Money.ZERO : fee;
        return Optional.of(
                new SettledRow(kind, payment, number, gross, kept, gross.minus(kept), day, text(json, "reference")));
    }
}
