package localgov.ims.agreements;

import java.util.List;
import java.util.stream.IntStream;
import localgov.ims.agreements.pages.AgreementFormPage;
import localgov.ims.agreements.pages.AgreementHowPage;
import localgov.ims.catalogue.Fund;
import localgov.ims.govuk.Option;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.PayersDoor;

/// The two pages on which it is said what is to be paid in parts: first how, then what.
final class AgreementFormPages {
    private AgreementFormPages() {}

    /// Where the pages are, and for whom they are.
    ///
    /// @param first where it is chosen how
    /// @param back from there
    /// @param account whose it is, where a colleague fills it in: its number; empty for payers
    /// @param id of that account
    record At(String first, String back, String account, String id) {
        static At payer(Fund fund) {
            return new At(AgreementForm.path(fund.code()), "/pay/" + fund.code(), "", "");
        }
    }

    static AgreementHowPage how(Fund fund, Offer offer, At at, Words words) {
        var face = PayersDoor.face(fund, words);
        return new AgreementHowPage(
                at.first(),
                at.back(),
                face.name(),
                face.label(),
                offer.instalments() && offer.recurring(),
                at.account(),
                at.id());
    }

    static AgreementFormPage what(Fund fund, Offer offer, How how, At at, Words words) {
        var face = PayersDoor.face(fund, words);
        return new AgreementFormPage(
                at.first(),
                face.name(),
                face.label(),
                face.hint(),
                how.kind().code(),
                how.every().code(),
                how.inWords(words),
                numbers(Terms.FEWEST, offer.most()),
                numbers(1, Terms.LAST_DAY),
                words.money(offer.least()),
                at.account(),
                at.id());
    }

    private static List<Option> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> Option.of("" + number, "" + number))
                .toList();
    }
}
