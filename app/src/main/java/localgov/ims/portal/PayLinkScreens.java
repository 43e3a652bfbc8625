package localgov.ims.portal;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Account;
import localgov.ims.accounts.Accounts;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.WordBook;
import localgov.ims.portal.pages.PayLinkPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The link and the QR code of an account, to send or to print on a letter.
@Controller
@Needs(Permission.SEE_ACCOUNTS)
class PayLinkScreens {
    private static final String ACCOUNT = "/office/accounts/";

    private final Templates templates;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Letters letters;
    private final WordBook book;

    PayLinkScreens(Templates templates, Accounts accounts, Catalogue catalogue, Letters letters, WordBook book) {
        this.templates = templates;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.letters = letters;
        this.book = book;
    }

    /// @param amount what the letter asks for; what is owed when nobody has said yet, and nothing when it is left
    /// blank
    /// @param letter the language of the letter
    @GetMapping(ACCOUNT + "{id}/pay-link")
    View make(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(defaultValue = "") String letter,
            OfficeFrame frame) {
        var account = account(id);
        var face = catalogue
                .now()
                .fund(account.fund())
                .filter(FundFace::isOffered)
                .map(fund -> new FundFace(fund, book.in(Language.of(letter).orElse(Language.ENGLISH))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var asked = amount == null ? owed(account) : amount.strip();
        var answers = Answers.of(frame.words(), Map.of("amount", asked));
        if (!asked.isEmpty() && TypedAmount.read(asked) instanceof TypedAmount.Isnt(var key)) {
            return Page.of(templates.portalPayLink(page(id, face, null), answers.wrong("amount", key), frame))
                    .status(BillForm.TO_PUT_RIGHT);
        }
        var made = letters.of(face, account.number(), asked);
        return Page.of(templates.portalPayLink(page(id, face, made), answers, frame));
    }

    private Account account(String id) {
        return Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .flatMap(given -> accounts.one(Long.parseLong(given), CurrentCaller.scope(Permission.SEE_ACCOUNTS)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String owed(Account account) {
        return Optional.ofNullable(account.balance())
                .filter(Money::isPositive)
                .map(owed -> owed.inPounds().toPlainString())
                .orElse("");
    }

    private static PayLinkPage page(String id, FundFace face, PayLinkPage.@Nullable Letter letter) {
        return new PayLinkPage(
                ACCOUNT + id,
                ACCOUNT + id + "/pay-link",
                List.of(),
                face.words().language().code(),
                letter);
    }
}
