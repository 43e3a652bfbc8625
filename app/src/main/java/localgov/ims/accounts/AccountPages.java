package localgov.ims.accounts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.accounts.pages.AccountPage;
import localgov.ims.accounts.pages.AccountsPage;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.CatalogueSnapshot;
import localgov.ims.catalogue.FundMessage;
import localgov.ims.catalogue.Method;
import localgov.ims.govuk.Option;
import localgov.ims.govuk.SummaryRow;
import localgov.ims.kernel.London;
import localgov.ims.kernel.Money;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Permission;
import localgov.ims.platform.words.Words;
import localgov.ims.settings.FurtherFields;
import localgov.ims.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts account holders and what was paid into words.
@Component
class AccountPages {
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final FurtherFields further;
    private final Settings settings;

    private final ObjectProvider<AccountAffairs> affairs;

    AccountPages(
            Catalogue catalogue,
            InstantSource clock,
            FurtherFields further,
            Settings settings,
            ObjectProvider<AccountAffairs> affairs) {
        this.affairs = affairs;
        this.further = further;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    static String results(String search) {
        return AccountScreens.PATH + "?search=" + search;
    }

    static String path(long id, @Nullable String search) {
        return AccountScreens.PATH + "/" + id + (search == null ? "" : "?search=" + search);
    }

    /// The page before anything was looked for.
    AccountsPage asking(Words words) {
        return new AccountsPage(funds(words), null, List.of(), List.of(), null, mayLoad());
    }

    AccountsPage found(AccountLookup.Found found, String search, Words words) {
        var shown = found.accounts().size();
        var added = further.on(FurtherFields.ACCOUNTS).inLists();
        return new AccountsPage(
                funds(words),
                count(found.count(), words),
                added.labels(words),
                found.accounts().stream()
                        .map(account -> row(account, added.answers(account.custom(), words, settings), search, words))
                        .toList(),
                found.count() > shown ? words.say("accounts.found.narrow", shown) : null,
                mayLoad());
    }

    private static boolean mayLoad() {
        return CurrentCaller.may(Permission.LOAD_ACCOUNTS);
    }

    private static String count(int count, Words words) {
        if (count == 0) {
            return words.say("accounts.found.none");
        }
        return count > AccountLookup.COUNTED
                ? words.say("accounts.found.more-than", AccountLookup.COUNTED)
                : words.count("accounts.found", count);
    }

    private List<Option> funds(Words words) {
        return Stream.concat(
                        Stream.of(Option.of("", words.say("accounts.find.any-fund"))),
                        catalogue.now().funds().stream()
                                .filter(fund -> !fund.isSuspense()
                                        && CurrentCaller.scope(Permission.SEE_ACCOUNTS)
                                                .allowsFund(fund.code()))
                                .map(fund -> Option.of(fund.code(), words.either(fund.name(), fund.nameInWelsh()))))
                .toList();
    }

    private AccountsPage.Row row(KnownAccount account, List<String> added, String search, Words words) {
        return new AccountsPage.Row(
                path(account.id(), search),
                name(account, words),
                onOneLine(account.address()),
                account.number(),
                fund(account.fund(), words),
                account.balance() == null ? "" : owed(account.balance(), words),
                account.stopped(),
                added);
    }

    AccountsPage.Suggested suggested(KnownAccount account, Words words) {
        var said = Stream.of(
                        name(account, words),
                        onOneLine(account.address()),
                        fund(account.fund(), words) + " " + account.number())
                .filter(part -> !part.isBlank())
                .toList();
        return new AccountsPage.Suggested(String.join(" · ", said), path(account.id(), null));
    }

    /// @param entries one more than the page shows when there are more; nothing when they may not be seen
    AccountPage one(
            KnownAccount account,
            @Nullable List<AccountHistory.Entry> entries,
            AccountHistory.Place place,
            @Nullable String search,
            Words words) {
        var most = AccountScreens.ON_A_PAGE;
        var shown =
                entries == null ? List.<AccountHistory.Entry>of() : entries.subList(0, Math.min(most, entries.size()));
        var catalogueNow = catalogue.now();
        return new AccountPage(
                search == null ? AccountScreens.PATH : results(search),
                name(account, words),
                account.number(),
                account.stopped() ? stopped(account, words) : null,
                messages(account).stream().map(one -> message(one, words)).toList(),
                facts(account, words),
                entries == null
                        ? null
                        : shown.stream()
                                .map(entry -> entry(entry, catalogueNow, words))
                                .toList(),
                entries != null && entries.size() > most
                        ? link(account, search, "after=" + AccountHistory.Place.of(shown.getLast()))
                        : null,
                place.equals(AccountHistory.Place.START) ? null : link(account, search, ""),
                CurrentCaller.may(Permission.SEE_AUDIT)
                        ? "/office/audit?subject=" + AccountLooks.subject(account.id())
                        : null,
                CurrentCaller.scope(Permission.LOAD_ACCOUNTS).allowsFund(account.fund())
                        ? path(account.id(), null) + "/change"
                        : null,
                catalogueNow
                        .fund(account.fund())
                        .filter(fund -> fund.online() && fund.open() && !fund.retired())
                        .map(_ -> path(account.id(), null) + "/pay-link")
                        .orElse(null),
                affairs(account, words),
                affairs.stream()
                        .flatMap(room -> room.begin(account.id(), account.fund(), words).stream())
                        .map(one -> new AccountPage.Beginning(one.text(), one.href()))
                        .toList());
    }

    private List<AccountPage.Affair> affairs(KnownAccount account, Words words) {
        return affairs.stream()
                .flatMap(room -> room.of(account.fund(), account.number(), words).stream())
                .map(one -> new AccountPage.Affair(one.text(), one.more(), one.state(), one.colour(), one.href()))
                .toList();
    }

    /// All that is said today, also what only payers are told: staff must know what a payer has read.
    private List<FundMessage> messages(KnownAccount account) {
        return catalogue.now().messages(account.fund(), London.dayOf(clock.instant())).stream()
                .filter(message -> message.concerns(account.messageCode()))
                .toList();
    }

    private static AccountPage.Message message(FundMessage message, Words words) {
        var whom = switch (message.shownTo()) {
            case PAYERS -> words.say("accounts.message.payers");
            case STAFF -> words.say("accounts.message.staff");
            case BOTH -> words.say("accounts.message.both");
        };
        return new AccountPage.Message(words.either(message.words(), message.wordsInWelsh()), whom, message.stops());
    }

    private static String link(KnownAccount account, @Nullable String search, String more) {
        var path = path(account.id(), search);
        return more.isEmpty() ? path : path + (search == null ? "?" : "&") + more;
    }

    private List<SummaryRow> facts(KnownAccount account, Words words) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(words.say("accounts.column.fund"), fund(account.fund(), words)));
        facts.add(SummaryRow.of(
                words.say("accounts.column.balance"),
                account.balance() == null ? words.say("accounts.balance.unknown") : owed(account.balance(), words)));
        if (account.statedAt() != null) {
            facts.add(SummaryRow.of(words.say("accounts.fact.stated"), words.moment(account.statedAt())));
        }
        if (!account.messageCode().isEmpty()) {
            boolean said = messages(account).stream().anyMatch(message -> !message.isForWholeFund());
            facts.add(SummaryRow.of(
                    words.say("accounts.fact.code"),
                    said ? account.messageCode() : words.say("accounts.fact.code.unknown", account.messageCode())));
        }
        if (!account.address().isBlank()) {
            facts.add(SummaryRow.of(words.say("accounts.fact.address"), onOneLine(account.address())));
        }
        further.on(FurtherFields.ACCOUNTS)
                .shown(account.custom(), words, settings)
                .forEach(one -> facts.add(SummaryRow.of(one.label(), one.answer())));
        return facts;
    }

    /// The service's own message, as it wrote it.
    private static String stopped(KnownAccount account, Words words) {
        return account.stopMessage().isBlank() ? words.say("accounts.stopped.what") : account.stopMessage();
    }

    private static AccountPage.Entry entry(AccountHistory.Entry entry, CatalogueSnapshot catalogue, Words words) {
        var amount = words.money(entry.pence());
        var text = Stream.of(entry.payer(), entry.narrative())
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .toList();
        return new AccountPage.Entry(
                words.date(entry.happenedOn()),
                "/office/receipts/" + entry.journal() + "-" + entry.line(),
                how(entry, catalogue, words),
                String.join(" · ", text),
                entry.cameIn() ? amount : "",
                entry.cameIn() ? "" : amount);
    }

    private static String how(AccountHistory.Entry entry, CatalogueSnapshot catalogue, Words words) {
        if (entry.fromAccount().startsWith("suspense")) {
            return words.say("accounts.how.suspense");
        }
        var method = entry.method();
        if (method == null) {
            return words.say(entry.cameIn() ? "accounts.how.received" : "accounts.how.taken-back");
        }
        var name = catalogue
                .method(method)
                .map(known -> words.either(known.name(), known.nameInWelsh()))
                .orElse(method);
        boolean itself = catalogue.method(method).filter(Method::reversal).isPresent();
        return entry.cameIn() || itself ? name : words.say("accounts.how.given-back", name);
    }

    private String fund(String code, Words words) {
        return catalogue
                .now()
                .fund(code)
                .map(fund -> words.either(fund.name(), fund.nameInWelsh()))
                .orElse(code);
    }

    private static String name(KnownAccount account, Words words) {
        return account.name().isBlank() ? words.say("accounts.no-name") : account.name();
    }

    private static String onOneLine(String address) {
        return address.strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    private static String owed(Money balance, Words words) {
        if (balance.isZero()) {
            return words.say("accounts.balance.nothing");
        }
        return balance.isPositive()
                ? words.say("accounts.balance.owed", balance)
                : words.say("accounts.balance.credit", balance.negated());
    }
}
