package localgov.ims.agreements;

import gg.jte.generated.precompiled.Templates;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import localgov.ims.accounts.Accounts;
import localgov.ims.audit.Audit;
import localgov.ims.backoffice.OfficePlaces;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Fund;
import localgov.ims.kernel.PublicReference;
import localgov.ims.messages.Deliveries;
import localgov.ims.people.Caller;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Scope;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.OfficePlace;
import localgov.ims.platform.pages.Page;
import localgov.ims.platform.words.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What is paid in parts, for colleagues: the lists, one agreement, a plan made for a payer, and the end of one. A
/// colleague never sees a card, and never agrees for a payer.
@Controller
@Needs(Permission.SEE_ACCOUNTS)
class OfficeAgreementScreens {
    static final String PATH = "/office/agreements";
    static final String NEW = PATH + "/new";
    private static final int REFUSED = 422;
    private static final String ACCOUNT = "/office/accounts/";

    private final Templates templates;
    private final Agreements agreements;
    private final AgreementLists lists;
    private final AgreementForm form;
    private final OfficeAgreementPages pages;
    private final Offers offers;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Deliveries deliveries;
    private final Audit audit;
    private final InstantSource clock;

    OfficeAgreementScreens(
            Templates templates,
            Agreements agreements,
            AgreementLists lists,
            AgreementForm form,
            OfficeAgreementPages pages,
            Offers offers,
            Accounts accounts,
            Catalogue catalogue,
            Deliveries deliveries,
            Audit audit,
            InstantSource clock) {
        this.templates = templates;
        this.agreements = agreements;
        this.lists = lists;
        this.form = form;
        this.pages = pages;
        this.offers = offers;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where this is found in the office, and how much was missed there.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OfficePlace agreementsPlace(AgreementLists lists) {
            return OfficePlaces.at(27, "agreements.agreements", PATH, Permission.SEE_ACCOUNTS)
                    .waiting(_ -> lists.missed(seen()));
        }
    }

    private static Scope seen() {
        return CurrentCaller.scope(Permission.SEE_ACCOUNTS);
    }

    static String path(Agreement agreement) {
        return PATH + "/" + agreement.reference();
    }

    @GetMapping(PATH)
    View list(@RequestParam Map<String, String> asked, OfficeFrame frame) {
        var tab = OfficeAgreementPages.Tab.of(asked.get("show"));
        return Page.of(templates.agreementsList(pages.list(tab, asked.get("after"), seen(), frame.words()), frame));
    }

    /// Whose plan it is to be.
    private record Holder(String id, String number, Fund fund, Offer offer) {
        AgreementFormPages.At at() {
            return new AgreementFormPages.At(NEW, ACCOUNT + id, number, id);
        }
    }

    /// A plan for the payer of an account, who is sent it to look at and agree to: first how, then what.
    @GetMapping(NEW)
    @Needs(Permission.TAKE_PAYMENTS)
    View ask(@RequestParam Map<String, String> asked, OfficeFrame frame) {
        var holder = holder(asked);
        return How.of(holder.offer(), asked)
                .map(how -> asking(holder, how, Answers.none(frame.words()), frame))
                .orElseGet(() -> choosing(holder, How.judgeSent(holder.offer(), asked, frame.words()), frame));
    }

    @PostMapping(NEW)
    @Needs(Permission.TAKE_PAYMENTS)
    View propose(@RequestParam Map<String, String> typed, OfficeFrame frame, Caller caller) {
        var holder = holder(typed);
        var how = How.of(holder.offer(), typed);
        if (how.isEmpty()) {
            return choosing(holder, How.judge(holder.offer(), typed, frame.words()), frame);
        }
        var language = Language.of(typed.getOrDefault("language", "")).orElse(Language.ENGLISH);
        var whole = new HashMap<>(typed);
        whole.put("reference", holder.number());
        var by = new AgreementForm.By(caller.signature(), language, null);
        var filled = form.judge(holder.fund(), holder.offer(), how.get(), whole, by, frame.words());
        if (filled.proposal() == null) {
            return asking(holder, how.get(), filled.answers(), frame);
        }
        return Page.redirect(path(agreements.propose(filled.proposal()))).saying("agreements.office.sent");
    }

    private View choosing(Holder holder, Answers answers, OfficeFrame frame) {
        var page = AgreementFormPages.how(holder.fund(), holder.offer(), holder.at(), frame.words());
        return status(Page.of(templates.agreementsOfficeHow(page, answers, frame)), answers);
    }

    private View asking(Holder holder, How how, Answers answers, OfficeFrame frame) {
        var page = AgreementFormPages.what(holder.fund(), holder.offer(), how, holder.at(), frame.words());
        return status(Page.of(templates.agreementsNew(page, answers, frame)), answers);
    }

    private static View status(Page page, Answers answers) {
        return answers.hold() ? page : page.status(REFUSED);
    }

    private Holder holder(Map<String, String> asked) {
        var id = asked.getOrDefault("account", "");
        var account = Optional.of(id)
                .filter(given -> given.matches("[0-9]{1,18}"))
                .flatMap(given -> accounts.one(Long.parseLong(given), CurrentCaller.scope(Permission.TAKE_PAYMENTS)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var fund = catalogue.now().fund(account.fund()).orElseThrow();
        return offers.of(fund)
                .map(offer -> new Holder(id, account.number(), fund, offer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(PATH + "/{reference}")
    View one(@PathVariable String reference, OfficeFrame frame) {
        var agreement = find(reference, seen());
        var told = deliveries.of(agreement.subject(), frame.words());
        return Page.of(templates.agreementsOffice(pages.one(agreement, frame.words()), told, frame));
    }

    /// Asks whether it is to end.
    @GetMapping(PATH + "/{reference}/end")
    @Needs(Permission.TAKE_PAYMENTS)
    View ending(@PathVariable String reference, OfficeFrame frame) {
        var agreement = find(reference, CurrentCaller.scope(Permission.TAKE_PAYMENTS));
        return agreement.state().isOver()
                ? Page.redirect(path(agreement))
                : Page.of(templates.agreementsOfficeEnd(pages.one(agreement, frame.words()), frame));
    }

    @PostMapping(PATH + "/{reference}/end")
    @Needs(Permission.TAKE_PAYMENTS)
    View end(@PathVariable String reference, Caller caller) {
        var agreement = find(reference, CurrentCaller.scope(Permission.TAKE_PAYMENTS));
        agreements.cancel(agreement, caller.signature());
        return Page.redirect(path(agreement)).saying("agreements.end.done");
    }

    /// Somebody has seen to what was missed: it is not counted any more.
    @PostMapping(PATH + "/{reference}/seen-to")
    @Needs(Permission.TAKE_PAYMENTS)
    View settle(@PathVariable String reference, Caller caller) {
        var agreement = find(reference, CurrentCaller.scope(Permission.TAKE_PAYMENTS));
        if (lists.settle(agreement.id(), caller.signature(), clock.instant()) > 0) {
            audit.note(caller.signature(), "agreement.seen-to", agreement.subject(), "");
        }
        return Page.redirect(path(agreement)).saying("agreements.office.settled");
    }

    private Agreement find(String reference, Scope scope) {
        return PublicReference.read(reference)
                .flatMap(read -> agreements.find(read, scope))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
