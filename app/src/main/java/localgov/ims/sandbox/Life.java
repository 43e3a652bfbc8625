package localgov.ims.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a simulated payment is, with the words of the API (`status`, `code`) and those of the webhooks.
enum Life {
    CREATED("created", null, null, "created"),
    STARTED("started", null, null, "started"),
    SUBMITTED("submitted", null, null, "submitted"),
    CAPTURABLE("capturable", null, null, "capturable"),
    SUCCESS("success", null, null, "success"),
    DECLINED("failed", "P0010", "Payment method rejected", "declined"),
    EXPIRED("failed", "P0020", "Payment expired", "timedout"),
    CANCELLED_BY_USER("failed", "P0030", "Payment was cancelled by the user", "cancelled"),
    CANCELLED("cancelled", "P0040", "Payment was cancelled by the service", "cancelled"),
    ERROR("error", "P0050", "Payment provider returned an error", "error");

    private static final Map<Life, Set<Life>> NEXT = Map.of(
            CREATED, Set.of(STARTED, DECLINED, EXPIRED, CANCELLED_BY_USER, CANCELLED, ERROR),
            STARTED, Set.of(SUBMITTED, DECLINED, EXPIRED, CANCELLED_BY_USER, CANCELLED, ERROR),
            SUBMITTED, Set.of(CAPTURABLE, SUCCESS, DECLINED, EXPIRED, CANCELLED_BY_USER, CANCELLED, ERROR),
            CAPTURABLE, Set.of(SUCCESS, EXPIRED, CANCELLED, ERROR),
            SUCCESS, Set.of(ERROR),
            DECLINED, Set.of(),
            EXPIRED, Set.of(),
            CANCELLED_BY_USER, Set.of(),
            CANCELLED, Set.of(),
            ERROR, Set.of());

    private final String status;
    private final @Nullable String code;
    private final @Nullable String message;
    private final String webhookStatus;

    Life(String status, @Nullable String code, @Nullable String message, String webhookStatus) {
        this.status = status;
        this.code = code;
        this.message = message;
        this.webhookStatus = webhookStatus;
    }

    String status() {
        return status;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String message() {
        return message;
    }

    /// Webhooks use other words than the API, and say of every cancellation that the user did it.
    String webhookStatus() {
        return webhookStatus;
    }

    boolean finished() {
        return switch (this) {
            case CREATED, STARTED, SUBMITTED, CAPTURABLE -> false;
            case SUCCESS, DECLINED, EXPIRED, CANCELLED_BY_USER, CANCELLED, ERROR -> true;
        };
    }

    /// Whether the payer still has something to do.
    boolean awaitsPayer() {
        return this == CREATED || this == STARTED || this == SUBMITTED;
    }

    boolean mayBecome(Life next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /// The steps from here to an outcome, the outcome last; empty when it cannot be reached. A payment is opened
    /// before the card is refused, and authorised before it succeeds.
    List<Life> stepsTo(Life outcome, boolean delayedCapture) {
        var road = switch (outcome) {
            case STARTED -> List.of(STARTED);
            case SUBMITTED -> List.of(STARTED, SUBMITTED);
            case CAPTURABLE -> delayedCapture ? List.of(STARTED, SUBMITTED, CAPTURABLE) : List.<Life>of();
            case SUCCESS ->
                delayedCapture
                        ? List.of(STARTED, SUBMITTED, CAPTURABLE, SUCCESS)
                        : List.of(STARTED, SUBMITTED, SUCCESS);
            case DECLINED, CANCELLED_BY_USER, ERROR -> this == CREATED ? List.of(STARTED, outcome) : List.of(outcome);
            case EXPIRED, CANCELLED -> List.of(outcome);
            case CREATED -> List.<Life>of();
        };
        var rest = road.subList(road.indexOf(this) + 1, road.size());
        return !rest.isEmpty() && mayBecome(rest.getFirst()) ? rest : List.of();
    }
}
