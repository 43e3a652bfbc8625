package localgov.ims.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import localgov.ims.imports.ImportId;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.Source;
import localgov.ims.people.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One box for everything: decides by the shape of what was typed, and by what stands in the book, what
/// was meant. The first of these that fits: days, pounds and pence, a reference, an account, a call
/// with a number, a part of an account, whole pounds, words, another call.
@Component
public class SearchBox {
    private static final int MOST_ACCOUNTS = 20;
    private static final int LONGEST_CALL = 50;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// Long, without gaps, letters and digits: how card payment providers name payments.
    private static final Pattern PROVIDERS_FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final AccountDictionary accounts;
    private final ReceiptSearch search;
    private final JdbcClient db;

    SearchBox(AccountDictionary accounts, ReceiptSearch search, JdbcClient db) {
        this.accounts = accounts;
        this.search = search;
        this.db = db;
    }

    /// @param criteria what to look for; absent when there is nothing to look for
    public record Reading(Understood understood, Optional<Criteria> criteria) {
        static Reading of(Understood understood, Criteria criteria) {
            return new Reading(understood, Optional.of(criteria));
        }
    }

    /// @param asWords whether to look for words whatever it looks like
    /// @param scope within which whoever asks may see receipts: of a call without any such they learn nothing
    public Reading read(String typedText, boolean asWords, Scope scope) {
        var typed = Typed.of(typedText);
        if (typed.isNothing()) {
            return Reading.of(new Understood.Everything(), Criteria.ANY);
        }
        if (asWords) {
            return words(typed);
        }
        return days(typed)
                .or(() -> amounts(typed))
                .or(() -> reference(typed))
                .or(() -> account(typed))
                .or(() -> numberedCall(typed, scope))
                .or(() -> partOfAccounts(typed.accountForms()))
                .or(() -> wholePounds(typed))
                .orElseGet(() -> wordsOrCall(typed, scope));
    }

    private static Optional<Reading> days(Typed typed) {
        return typed.days()
                .map(days -> Reading.of(
                        days.from().equals(days.to())
                                ? new Understood.Day(days.from())
                                : new Understood.Days(days.from(), days.to()),
                        Criteria.ANY.days(days.from(), days.to())));
    }

    private static Optional<Reading> amounts(Typed typed) {
        return typed.amounts()
                .map(amounts -> Reading.of(
                        amounts.least().equals(amounts.most())
                                ? new Understood.Amount(amounts.least())
                                : new Understood.Amounts(amounts.least(), amounts.most()),
                        Criteria.ANY.amount(amounts.least(), amounts.most())));
    }

    private static Optional<Reading> wholePounds(Typed typed) {
        return typed.wholePounds()
                .map(pounds -> Reading.of(new Understood.Amount(pounds), Criteria.ANY.amount(pounds, pounds)));
    }

    private Optional<Reading> reference(Typed typed) {
        return source(typed.text())
                .map(source -> Reading.of(new Understood.Reference(typed.text()), Criteria.ANY.source(source)));
    }

    private Optional<Source> source(String text) {
        var file = ImportId.read(text);
        if (file.isPresent()) {
            return Optional.of(new Source("import", file.get().value().toString()));
        }
        var payment = payment(text);
        if (payment.isPresent()) {
            return payment;
        }
        if (!UUID_FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        record Row(String kind, String id) {}
        return db.sql("""
                select source_kind as kind, source_id as id
                  from ledger_journals
                 where source_kind in ('payment', 'import', 'allocation', 'transfer')
                   and source_id = :id
                 limit 1
                """)
                .param("id", UUID.fromString(text).toString())
                .query(Row.class)
                .optional()
                .map(row -> new Source(row.kind(), row.id()));
    }

    /// What a payer quotes, or what the provider calls the payment.
    private Optional<Source> payment(String text) {
        var quoted = PublicReference.read(text);
        if (quoted.isEmpty() && !PROVIDERS_FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        var id = quoted.isPresent() ? quotedPayment(quoted.get()) : providersPayment(text);
        return id.map(found -> new Source("payment", found)).or(() -> quoted.flatMap(this::takenAtCounter));
    }

    private Optional<String> quotedPayment(PublicReference reference) {
        return db.sql("""
                select id::text
                  from payments
                 where reference = :reference
                """).param("reference", reference).query(String.class).optional();
    }

    /// The number of a receipt that the counter gave.
    private Optional<Source> takenAtCounter(PublicReference reference) {
        record Row(String kind, String id) {}
        return db.sql("""
                select source_kind as kind, source_id as id
                  from counter_receipts
                 where reference = :reference
                """)
                .param("reference", reference)
                .query(Row.class)
                .optional()
                .map(row -> new Source(row.kind(), row.id()));
    }

    private Optional<String> providersPayment(String reference) {
        return db.sql("""
                select id::text
                  from payments
                 where provider_reference = :reference
                 limit 1
                """).param("reference", reference).query(String.class).optional();
    }

    private Optional<Reading> account(Typed typed) {
        var forms = typed.accountForms();
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        return accounts.exactly(forms)
                .map(number -> Reading.of(
                        new Understood.Account(number),
                        Criteria.ANY.account(number).alsoPlacedLater()));
    }

    private Optional<Reading> numberedCall(Typed typed, Scope scope) {
        return typed.text().chars().anyMatch(Character::isDigit) ? call(typed, scope) : Optional.empty();
    }

    /// A name that somebody typed as the reference of a call hides nobody's payments: words that are found come first.
    private Reading wordsOrCall(Typed typed, Scope scope) {
        var words = words(typed);
        return call(typed, scope)
                .filter(_ -> words.criteria()
                        .filter(criteria -> finds(criteria, scope))
                        .isEmpty())
                .orElse(words);
    }

    private boolean finds(Criteria criteria, Scope scope) {
        return !search.page(criteria, scope, null, 1).receipts().isEmpty();
    }

    /// What was written down at the counter as the reference of a call or letter, whole; the case does not matter.
    private Optional<Reading> call(Typed typed, Scope scope) {
        var reference = typed.text();
        if (reference.length() > LONGEST_CALL || reference.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        boolean known = db.sql("""
                select exists (select from counter_receipts where lower(call_reference) = :call) as known
                """)
                .param("call", reference.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
        var criteria = Criteria.ANY.call(reference);
        return known && finds(criteria, scope)
                ? Optional.of(Reading.of(new Understood.Call(reference), criteria))
                : Optional.empty();
    }

    private Optional<Reading> partOfAccounts(List<String> forms) {
        for (var part : forms) {
            var numbers = accounts.containing(part, MOST_ACCOUNTS);
            if (!numbers.isEmpty()) {
                return Optional.of(Reading.of(
                        new Understood.PartOfAccounts(part, numbers),
                        Criteria.ANY.accounts(numbers).alsoPlacedLater()));
            }
        }
        return Optional.empty();
    }

    private static Reading words(Typed typed) {
        var words = typed.words();
        return words.isEmpty()
                ? new Reading(new Understood.Nothing(), Optional.empty())
                : Reading.of(new Understood.Words(words), Criteria.ANY.words(words));
    }
}
