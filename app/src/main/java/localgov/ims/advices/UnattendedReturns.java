package localgov.ims.advices;

import java.util.List;
import java.util.Optional;
import localgov.ims.backoffice.Pile;
import localgov.ims.backoffice.Unattended;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Debits that came back, for which somebody has to say which receipt that is.
@Component
@Order(22)
class UnattendedReturns implements Unattended {
    private final Returns returns;

    UnattendedReturns(Returns returns) {
        this.returns = returns;
    }

    @Override
    public Optional<Pile> waiting(int most, Words words) {
        boolean may = CurrentCaller.may(Permission.SEE_IMPORTS) && CurrentCaller.may(Permission.RECORD_UNPAID);
        long waiting = may ? returns.waiting() : 0;
        return waiting == 0
                ? Optional.empty()
                : Optional.of(new Pile(
                        words.count("advices.waiting", waiting),
                        AdviceScreens.PATH,
                        words.say("advices.waiting.heading"),
                        words.say("advices.waiting.what"),
                        rows(most, words)));
    }

    private List<Pile.Row> rows(int most, Words words) {
        return most == 0
                ? List.of()
                : returns.list(List.of(ReturnState.WAITING), null, null, most).stream()
                        .map(back -> new Pile.Row(
                                back.reference().isEmpty() ? words.say("advices.no-reference") : back.reference(),
                                AdviceScreens.path(back.id()),
                                words.say(
                                        "advices.about",
                                        back.returnedOn(),
                                        back.report().name()),
                                AdvicePages.state(back, words),
                                "govuk-tag--red",
                                words.money(back.amount())))
                        .toList();
    }
}
