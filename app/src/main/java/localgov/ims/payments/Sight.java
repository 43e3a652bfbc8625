package localgov.ims.payments;

import java.util.Comparator;
import java.util.List;
import localgov.ims.providers.Found;
import localgov.ims.providers.ProviderState;
import localgov.ims.providers.Seen;

/// What was seen of a payment at its provider.
///
/// @param seen what decides
/// @param paid every attempt of it that is paid there, also one that does not decide: its money has arrived
record Sight(Seen seen, List<Seen.Known> paid) {
    Sight {
        paid = List.copyOf(paid);
    }

    static Sight of(Seen seen) {
        return new Sight(
                seen,
                seen instanceof Seen.Known known && known.state() == ProviderState.SUCCESS
                        ? List.of(known)
                        : List.of());
    }

    /// Of several attempts only one can have been shown to a payer: one that is paid, or one that still can be.
    static Sight of(Found found) {
        return switch (found) {
            case Found.NoAnswer(var what) -> of(new Seen.NoAnswer(what));
            case Found.These(var these) ->
                new Sight(
                        best(these),
                        these.stream()
                                .filter(known -> known.state() == ProviderState.SUCCESS)
                                .toList());
        };
    }

    private static Seen best(List<Seen.Known> found) {
        return found.stream()
                .min(Comparator.comparing((Seen.Known known) -> !known.state().paid())
                        .thenComparing(known -> known.state().ended()))
                .<Seen>map(known -> known)
                .orElseGet(Seen.NotFound::new);
    }
}
