package localgov.ims.payouts;

import java.util.List;
import java.util.Optional;
import localgov.ims.backoffice.Pile;
import localgov.ims.backoffice.Unattended;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import localgov.ims.providers.Providers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Payouts for which the bank shows no line, and nobody has said why.
@Component
@Order(23)
class UnattendedPayouts implements Unattended {
    private final Payouts payouts;
    private final PayoutStore store;
    private final Providers providers;

    UnattendedPayouts(Payouts payouts, PayoutStore store, Providers providers) {
        this.payouts = payouts;
        this.store = store;
        this.providers = providers;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        long open = CurrentCaller.may(Permission.SEE_BOOKS) ? store.countOpen(payouts.lastDay()) : 0;
        return open == 0
                ? Optional.empty()
                : Optional.of(new Pile(
                        words.count("payouts.open", open),
                        PayoutScreens.PATH,
                        words.say("payouts.open.heading"),
                        words.say("payouts.open.what"),
                        rows(most, words)));
    }

    private List<Pile.Row> rows(int most, Words words) {
        var pages = new PayoutPages(providers.names(), payouts.lastDay(), words);
        return most == 0
                ? List.of()
                : store.open(payouts.lastDay(), most).stream()
                        .map(pages::waiting)
                        .toList();
    }
}
