package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.catalogue.ReferenceCheck;
import localgov.ims.govuk.Option;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.PayLinkPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The link and the QR code of any bill, also of one that no account is kept of, such as a penalty charge notice.
@Controller
@Needs(Permission.SEE_ACCOUNTS)
class AnyPayLinkScreens {
    private static final String PATH = "/office/pay-link";

    private final Templates templates;
    private final Catalogue catalogue;
    private final Letters letters;
    private final WordBook book;

    AnyPayLinkScreens(Templates templates, Catalogue catalogue, Letters letters, WordBook book) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.letters = letters;
        this.book = book;
    }

    @GetMapping(PATH)
    View ask(OfficeFrame frame) {
        return draw(null, Answers.none(frame.words()), frame);
    }

    private Page draw(PayLinkPage.@Nullable Letter letter, Answers answers, OfficeFrame frame) {
        var lang = language(answers).code();
        return Page.of(templates.portalPayLink(
                new PayLinkPage("/office/accounts", PATH, funds(frame.words()), lang, letter), answers, frame));
    }

    private static Language language(Answers answers) {
        return Optional.ofNullable(answers.value("letter"))
                .flatMap(Language::of)
                .orElse(Language.ENGLISH);
    }

    private Stream<Fund> offered() {
        return catalogue.now().funds().stream()
                .filter(FundFace::isOffered)
                .filter(fund -> CurrentCaller.scope(Permission.SEE_ACCOUNTS).allowsFund(fund.code()));
    }

    private List<Option> funds(Words words) {
        return Stream.concat(
                        Stream.of(Option.of("", words.say("portal.letter.choose-fund"))),
                        offered()
                                .map(fund -> Option.of(
                                        fund.code(),
                                        new FundFace(fund, words).name().text())))
                .toList();
    }

    /// Nothing is kept: what was typed comes back as a letter.
    @PostMapping(PATH)
    View make(@RequestParam Map<String, String> sent, OfficeFrame frame) {
        var answers = Answers.of(frame.words(), sent);
        var fund = offered().filter(one -> one.code().equals(sent.get("fund"))).findFirst();
        if (fund.isEmpty()) {
            answers = answers.wrong("fund", "portal.letter.choose-fund");
        }
        var check = fund.map(one -> one.check(sent.getOrDefault("reference", "").strip()));
        if (check.isPresent() && check.get() instanceof ReferenceCheck.DoesNotFit(var code, var english, var args)) {
            answers = answers.wrong(
                    "reference",
                    "portal.as-it-is",
                    Refusals.inWords(new FundFace(fund.get(), frame.words()), code, args));
        }
        var amount = sent.getOrDefault("amount", "").strip();
        if (!amount.isEmpty() && TypedAmount.read(amount) instanceof TypedAmount.Isnt(var key)) {
            answers = answers.wrong("amount", key);
        }
        if (!answers.hold() || !(check.orElseThrow() instanceof ReferenceCheck.Fits(var reference, var reasons))) {
            return draw(null, answers, frame).status(BillForm.TO_PUT_RIGHT);
        }
        var face = new FundFace(fund.get(), book.in(language(answers)));
        return draw(letters.of(face, reference, amount), answers, frame);
    }
}
