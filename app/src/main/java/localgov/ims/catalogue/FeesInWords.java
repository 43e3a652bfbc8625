package localgov.ims.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.settings.Entry;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.SaysMore;
import org.springframework.stereotype.Component;

/// Says on the page of a method of payment, and of a fee, what payments of some amounts cost.
@Component
class FeesInWords implements SaysMore {
    private final Catalogue catalogue;
    private final InstantSource clock;

    FeesInWords(Catalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public List<Phrase> of(String type, Entry entry) {
        return switch (type) {
            case "methods-of-payment" -> said(entry.key(), London.dayOf(clock.instant()));
            case "fees" -> said(entry.value("method"), LocalDate.parse(entry.value("from_day")));
            default -> List.of();
        };
    }

    private List<Phrase> said(String method, LocalDate day) {
        return catalogue
                .now()
                .fee(method, day)
                .map(fee -> List.of(examples(fee), borne(fee)))
                .orElse(List.of());
    }

    private static Phrase examples(Fee fee) {
        var amounts = List.of(Money.pounds(10, 0), Money.pounds(100, 0), Money.pounds(1_000, 0));
        return Phrase.both(
                "A payment of %s costs %s, one of %s costs %s and one of %s costs %s."
                        .formatted(withFees(amounts, fee)),
                "Mae taliad o %s yn costio %s, mae un o %s yn costio %s ac mae un o %s yn costio %s."
                        .formatted(withFees(amounts, fee)));
    }

    private static Object[] withFees(List<Money> amounts, Fee fee) {
        return amounts.stream()
                .flatMap(amount -> List.of(amount, fee.on(amount)).stream())
                .toArray();
    }

    private Phrase borne(Fee fee) {
        return switch (fee.borne()) {
            case CENTRAL -> {
                var fund = Optional.ofNullable(fee.fund()).flatMap(catalogue.now()::fund);
                yield Phrase.both(
                        "The council bears it: %s, account %s. What a provider says that it kept of a payment is posted "
                                        .formatted(fund.map(Fund::name).orElse(""), fee.account())
                                + "there with its VAT, on the day it pays out; the amounts here are what to expect. Of "
                                + "a provider that does not say, nothing is posted.",
                        "Y cyngor sy’n talu amdano: %s, cyfrif %s. Mae’r hyn y mae darparwr yn dweud iddo ei gadw o "
                                        .formatted(fund.map(Fund::nameInWelsh).orElse(""), fee.account())
                                + "daliad yn cael ei bostio yno gyda’i TAW, ar y diwrnod y mae’n talu; y symiau yma "
                                + "yw’r hyn i’w ddisgwyl. Ar gyfer darparwr nad yw’n dweud, ni phostir dim.");
            }
            case RECHARGED -> {
                var fund = Optional.ofNullable(fee.fund()).flatMap(catalogue.now()::fund);
                yield Phrase.both(
                        "Whoever pays bears it. It is shown at the counter before anything is taken, as a line of its "
                                + "own, it goes to %s, account %s, and it stands on the receipt with its VAT."
                                        .formatted(fund.map(Fund::name).orElse(""), fee.account()),
                        "Y sawl sy’n talu sy’n talu amdano. Fe’i dangosir wrth y cownter cyn cymryd dim, fel llinell "
                                + "ar wahân, mae’n mynd i %s, cyfrif %s, ac mae ar y dderbynneb gyda’i TAW."
                                        .formatted(fund.map(Fund::nameInWelsh).orElse(""), fee.account()));
            }
            case NOT_BOOKED ->
                Phrase.both(
                        "No fund bears it. What a provider says that it kept stands among the council’s fees.",
                        "Nid oes cronfa’n talu amdano. Mae’r hyn y mae darparwr yn dweud iddo ei gadw ymhlith ffioedd "
                                + "y cyngor.");
        };
    }
}
