package localgov.ims.providers;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.kernel.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads what GOV.UK Pay writes. Lenient where its published contract is wrong (absent and null are alike,
/// unknown members and words are allowed), strict where money depends on it: an amount that is no whole number
/// of pence is not read at all.
final class GovukPayReading {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Refusal(String code, String detail) {}

    private GovukPayReading() {}

    static Started started(byte[] body) {
        var payment = tree(body);
        var id = text(payment, "payment_id");
        var next = url(payment.path("_links").path("next_url"));
        return id == null || next == null
                ? new Started.NoAnswer("GOV.UK Pay took the payment and did not say where it continues")
                : new Started.Sent(id, next);
    }

    static Collected collected(byte[] body) {
        var id = text(tree(body), "payment_id");
        return id == null
                ? new Collected.NoAnswer("GOV.UK Pay took the payment and did not say which it is")
                : new Collected.Begun(id);
    }

    /// Said of payments under agreements that failed, and of no others.
    static boolean mayTryAgain(byte[] body) {
        var said = tree(body).path("state").path("can_retry");
        return !said.isBoolean() || said.booleanValue();
    }

    static Optional<Seen.Known> payment(byte[] body) {
        return known(tree(body));
    }

    /// Empty when any of them cannot be read; those whose reference only resembles ours are left out, because the
    /// provider's search ignores case.
    static Optional<List<Seen.Known>> payments(byte[] body, String reference) {
        var results = tree(body).path("results");
        if (!results.isArray()) {
            return Optional.empty();
        }
        var found = new ArrayList<Seen.Known>();
        for (var result : results) {
            var known = known(result);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            known.filter(payment -> payment.reference().equals(reference)).ifPresent(found::add);
        }
        return Optional.of(found);
    }

    static Optional<Seen.Known> known(JsonNode payment) {
        var id = text(payment, "payment_id");
        var requested = money(payment, "amount");
        var reference = text(payment, "reference");
        if (id == null || requested == null || reference == null) {
            return Optional.empty();
        }
        var total = money(payment, "total_amount");
        var settlement = payment.path("settlement_summary");
        var card = payment.path("card_details");
        var refundable = money(payment.path("refund_summary"), "amount_available");
        return Optional.of(new Seen.Known(
                id,
                state(payment.path("state")),
                reference,
                requested,
                total == null ? requested : total,
                instant(settlement, "capture_submit_time"),
                day(settlement, "captured_date"),
                day(settlement, "settled_date"),
                text(card, "card_brand"),
                text(card, "last_digits_card_number"),
                money(payment, "fee"),
                refundable == null ? Money.ZERO : refundable,
                url(payment.path("_links").path("next_url"))));
    }

    /// The API says `failed` with a code; its webhooks and reports use newer words for the same.
    static ProviderState state(JsonNode state) {
        var status = text(state, "status");
        return switch (status == null ? "" : status) {
            case "created" -> ProviderState.CREATED;
            case "started" -> ProviderState.STARTED;
            case "submitted" -> ProviderState.SUBMITTED;
            case "capturable" -> ProviderState.CAPTURABLE;
            case "success" -> ProviderState.SUCCESS;
            case "failed" -> failed(text(state, "code"));
            case "declined" -> ProviderState.DECLINED;
            case "timedout" -> ProviderState.EXPIRED;
            case "cancelled" -> ProviderState.CANCELLED;
            case "error" -> ProviderState.ERROR;
            default -> ProviderState.UNKNOWN;
        };
    }

    private static ProviderState failed(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "P0010" -> ProviderState.DECLINED;
            case "P0020" -> ProviderState.EXPIRED;
            case "P0030" -> ProviderState.CANCELLED_BY_PAYER;
            default -> ProviderState.FAILED;
        };
    }

    static Optional<ProviderRefund> refund(byte[] body) {
        return refund(tree(body));
    }

    static Optional<List<ProviderRefund>> refunds(byte[] body) {
        var listed = tree(body).path("_embedded").path("refunds");
        if (!listed.isArray()) {
            return Optional.empty();
        }
        var refunds = new ArrayList<ProviderRefund>();
        for (var one : listed) {
            var refund = refund(one);
            if (refund.isEmpty()) {
                return Optional.empty();
            }
            refunds.add(refund.get());
        }
        return Optional.of(refunds);
    }

    static Optional<ProviderRefund> refund(JsonNode refund) {
        var id = text(refund, "refund_id");
        var amount = money(refund, "amount");
        if (id == null || amount == null) {
            return Optional.empty();
        }
        var status = text(refund, "status");
        var state = switch (status == null ? "" : status) {
            case "submitted" -> ProviderRefund.State.SUBMITTED;
            case "success" -> ProviderRefund.State.SUCCESS;
            case "error" -> ProviderRefund.State.ERROR;
            default -> ProviderRefund.State.UNKNOWN;
        };
        return Optional.of(new ProviderRefund(id, amount, state, instant(refund, "created_date")));
    }

    /// Refusals that are about the account and not about a payment, its payer or a card: nobody who pays can do
    /// anything about them.
    private static final Map<String, Optional<Capability>> OF_THE_ACCOUNT = Map.of(
            "P0195", Optional.of(Capability.MOTO_PAGE),
            "P0196", Optional.of(Capability.MOTO_PAGE),
            "P0199", Optional.empty(),
            "P0920", Optional.empty(),
            "P0930", Optional.empty(),
            "P0940", Optional.empty(),
            "P0941", Optional.empty(),
            "P0942", Optional.of(Capability.AGREEMENTS));

    /// What no card was asked for: our key is not known, or the account takes nothing, or not in this way.
    static boolean shutsUsOut(ProviderLine.Replied reply) {
        return reply.shutsUsOut()
                || reply.certainlyDidNothing()
                        && OF_THE_ACCOUNT.containsKey(refusal(reply).code());
    }

    /// What is switched off for the account, when it takes everything else.
    static @Nullable Capability lacking(Refusal refusal) {
        return OF_THE_ACCOUNT.getOrDefault(refusal.code(), Optional.empty()).orElse(null);
    }

    /// A refused key has no code of theirs; the HTTP status stands in for it.
    static Refusal refusal(ProviderLine.Replied reply) {
        var body = tree(reply.body());
        var code = text(body, "code");
        var description = text(body, "description");
        return new Refusal(
                code == null ? String.valueOf(reply.status()) : code,
                description == null ? reply.inWords() : description);
    }

    static ProviderNews news(String accountCode, byte[] body) {
        var message = tree(body);
        var id = text(message, "webhook_message_id");
        var about = text(message, "resource_id");
        var type = text(message, "resource_type");
        return id == null || about == null || !"payment".equalsIgnoreCase(type)
                ? new ProviderNews.Unreadable()
                : new ProviderNews.About(accountCode, id, about);
    }

    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    static @Nullable String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isString() ? value.stringValue() : null;
    }

    static @Nullable Money money(JsonNode node, String member) {
        var value = node.path(member);
        return value.isIntegralNumber() && value.canConvertToLong() ? new Money(value.longValue()) : null;
    }

    static @Nullable Instant instant(JsonNode node, String member) {
        var value = text(node, member);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    static @Nullable LocalDate day(JsonNode node, String member) {
        var value = text(node, member);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static @Nullable URI url(JsonNode link) {
        var href = text(link, "href");
        try {
            var url = href == null ? null : URI.create(href);
            return url != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) ? url : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
