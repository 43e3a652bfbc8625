package localgov.ims.refunds;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.catalogue.Method;
import localgov.ims.catalogue.MethodKind;
import localgov.ims.kernel.Money;
import localgov.ims.kernel.PublicReference;
import localgov.ims.ledger.AccountName;
import localgov.ims.payments.Payment;
import localgov.ims.payments.PaymentId;
import localgov.ims.payments.PaymentState;
import localgov.ims.payments.Payments;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import localgov.ims.providers.Capability;
import localgov.ims.providers.Providers;
import localgov.ims.receipts.GivenBack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds receipts as they can be given back. A payment is one receipt with all its lines; of a file each line is
/// one.
@Component
class Receiving {
    /// A payment, the same once it was taken back and paid after all, and another attempt at it that was paid as
    /// well.
    private static final Set<String> PAYMENTS = Set.of("payment", "payment-turn", "payment-twice");
    private static final String PAID_AS_WELL = "payment-twice";
    private static final String BANK = "bank";
    private static final Set<MethodKind> CARDS =
            EnumSet.of(MethodKind.CARD_ONLINE, MethodKind.CARD_BY_STAFF, MethodKind.CARD_BY_PHONE);

    private final JdbcClient db;
    private final Payments payments;
    private final Providers providers;
    private final Catalogue catalogue;

    Receiving(JdbcClient db, Payments payments, Providers providers, Catalogue catalogue) {
        this.db = db;
        this.payments = payments;
        this.providers = providers;
        this.catalogue = catalogue;
    }

    private record Row(
            int line,
            String pot,
            String toAccount,
            @Nullable String fund,
            @Nullable String account,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            int vatRate,
            Money vat,
            Money amount,
            Money left,
            @Nullable String payer,
            LocalDate happenedOn) {
        Received.Line received() {
            return new Received.Line(
                    line,
                    fund,
                    fund == null ? toAccount : null,
                    account,
                    method,
                    office,
                    channel,
                    vatCode,
                    vatRate,
                    vat,
                    amount,
                    left);
        }
    }

    private record From(String kind, String id) {
        String first() {
            return id.split("/", 2)[0];
        }

        String second() {
            return id.substring(id.indexOf('/') + 1);
        }
    }

    /// A receipt by one of its postings, if all of it lies within what whoever asks may see.
    Optional<Received> find(long journal, int line, Scope scope) {
        return from(journal)
                .flatMap(source -> received(journal, line, source))
                .filter(receipt -> receipt.lines().stream().allMatch(one -> isWithin(one, scope)));
    }

    /// A surcharge goes with the rest of its payment. What is in suspense is no fund's, so whoever is limited to
    /// funds does not give it back.
    static boolean isWithin(Received.Line line, Scope scope) {
        return line.isSurcharge() ? !scope.isNothing() : scope.allows(line.fund(), line.office(), line.method());
    }

    /// The receipt of a payment.
    Optional<Received> of(PublicReference reference, Scope scope) {
        return payments.find(reference)
                .flatMap(payment -> journalOf(payment.id()))
                .flatMap(journal -> find(journal, 1, scope));
    }

    /// What brought its money the last time. Each time that it is taken back, and each time that it is paid after
    /// that, is a turn: the even ones bring it.
    Optional<Long> journalOf(PaymentId payment) {
        return db.sql("""
                select journal.id
                  from payments payment
                  join ledger_journals journal
                    on journal.source_kind = case when payment.turns < 2 then 'payment' else 'payment-turn' end
                   and journal.source_id = case when payment.turns < 2 then payment.id::text
                                                else payment.id || '/' || (payment.turns - payment.turns % 2) end
                 where payment.id = :payment
                """).param("payment", payment).query(Long.class).optional();
    }

    private Optional<From> from(long journal) {
        return db.sql("""
                select source_kind as kind, source_id as id
                  from ledger_journals
                 where id = :journal
                   and (source_kind <> 'payment-turn' or split_part(source_id, '/', 2)::int % 2 = 0)
                   and source_kind not in (:no_receipts)
                """)
                .param("journal", journal)
                .param("no_receipts", GivenBack.NO_RECEIPTS)
                .query(From.class)
                .optional();
    }

    private Optional<Received> received(long journal, int line, From source) {
        var payment = PAYMENTS.contains(source.kind())
                ? payments.find(new PaymentId(UUID.fromString(source.first())))
                : Optional.<Payment>empty();
        var rows = payment.isPresent() ? all(journal) : one(journal, line);
        return rows.isEmpty() ? Optional.empty() : Optional.of(received(journal, rows, source, payment.orElse(null)));
    }

    private Received received(long journal, List<Row> rows, From source, @Nullable Payment payment) {
        var first = rows.getFirst();
        boolean asWell = source.kind().equals(PAID_AS_WELL);
        var taken = payment == null ? null : asWell ? takenAsWell(payment, source, first) : taken(payment);
        var method = Optional.ofNullable(first.method()).flatMap(catalogue.now()::method);
        var whyNot = payment != null && !asWell && payment.state() != PaymentState.PAID
                ? Received.WhyNot.NOT_COLLECTED
                : isDisputed(journal, rows.stream().noneMatch(row -> row.left().isPositive()))
                        ? Received.WhyNot.DISPUTED
                        : taken == null ? elsewhere(method) : atProvider(method, taken);
        return new Received(
                journal,
                taken == null ? Way.BANK : Way.CARD,
                whyNot,
                taken == null ? bank().value() : first.pot(),
                payment == null ? null : new Received.Paid(payment.id(), payment.reference()),
                taken,
                first.payer(),
                first.happenedOn(),
                rows.stream().map(Row::received).toList());
    }

    /// Whether its payer's bank may still take some of it, or has had all that was left.
    private boolean isDisputed(long journal, boolean nothingIsLeft) {
        return db.sql("""
                select exists (select from refunds_dispute where journal = :journal)
                    or :nothing_is_left and exists (select from refunds_claims where journal = :journal) as disputed
                """)
                .param("journal", journal)
                .param("nothing_is_left", nothingIsLeft)
                .query(Boolean.class)
                .single();
    }

    private static Received.@Nullable Taken taken(Payment payment) {
        var provider = payment.provider();
        var reference = payment.providerReference();
        var all = payment.paid();
        return provider.isPresent() && reference.isPresent() && all.isPresent()
                ? new Received.Taken(provider.get(), reference.get(), all.get())
                : null;
    }

    /// Another attempt at the same payment that was paid as well: another payment to its provider.
    private static Received.@Nullable Taken takenAsWell(Payment payment, From source, Row row) {
        return payment.provider()
                .map(provider -> new Received.Taken(provider, source.second(), row.amount()))
                .orElse(null);
    }

    /// A card payment goes back to that card, and where its provider cannot do that not from here.
    private Received.@Nullable WhyNot atProvider(Optional<Method> method, Received.Taken taken) {
        if (method.filter(known -> !known.refundable()).isPresent()) {
            return Received.WhyNot.NOT_REFUNDABLE;
        }
        return providers
                        .card(taken.provider())
                        .filter(one -> !one.can(Capability.REFUND))
                        .isPresent()
                ? Received.WhyNot.CARD_ELSEWHERE
                : null;
    }

    private static Received.@Nullable WhyNot elsewhere(Optional<Method> method) {
        return method.filter(known -> CARDS.contains(known.kind())).isPresent() ? Received.WhyNot.CARD_ELSEWHERE : null;
    }

    /// What finance pays out is in transit until the bank's statement shows it.
    AccountName bank() {
        return AccountName.clearing(
                catalogue.now().method(MethodKind.BANK).map(Method::code).orElse(BANK));
    }

    private List<Row> all(long journal) {
        return Rows.of(db.sql("""
                select posting.line, posting.from_account as pot, posting.to_account, posting.fund, posting.account_number as account, posting.method,
                       posting.office, posting.channel, posting.vat_code, posting.vat_rate, posting.vat_pence as vat,
                       posting.pence as amount, coalesce(item.remaining, posting.pence - coalesce(counted.reserved, 0)) as left,
                       posting.payer, posting.happened_on
                  from ledger_postings posting
                  left join refunds_receipt counted on counted.journal = posting.journal and counted.line = posting.line
                  left join suspense_items item on item.journal = posting.journal and item.line = posting.line
                   and posting.to_account = 'suspense'
                 where posting.journal = :journal
                   and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                   and (posting.from_account like 'bank:%' or posting.from_account like 'clearing:%')
                   and (posting.to_account = 'fund:' || posting.fund or posting.to_account in ('surcharges', 'suspense'))
                   and posting.reverses is null
                   and not exists (
                       select from ledger_postings back
                        where back.account_number = posting.account_number
                          and back.happened_on >= posting.happened_on
                          and back.reverses = posting.id)
                 order by posting.line
                """).param("journal", journal).query(Row.class));
    }

    private List<Row> one(long journal, int line) {
        return Rows.of(db.sql("""
                select posting.line, posting.from_account as pot, posting.to_account, posting.fund, posting.account_number as account, posting.method,
                       posting.office, posting.channel, posting.vat_code, posting.vat_rate, posting.vat_pence as vat,
                       posting.pence as amount, coalesce(item.remaining, posting.pence - coalesce(counted.reserved, 0)) as left,
                       posting.payer, posting.happened_on
                  from ledger_postings posting
                  left join refunds_receipt counted on counted.journal = posting.journal and counted.line = posting.line
                  left join suspense_items item on item.journal = posting.journal and item.line = posting.line
                   and posting.to_account = 'suspense'
                 where posting.journal = :journal
                   and posting.line = :line
                   and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = :journal)
                   and (posting.from_account like 'bank:%' or posting.from_account like 'clearing:%')
                   and (posting.to_account = 'fund:' || posting.fund or posting.to_account in ('surcharges', 'suspense'))
                   and posting.reverses is null
                   and not exists (
                       select from ledger_postings back
                        where back.account_number = posting.account_number
                          and back.happened_on >= posting.happened_on
                          and back.reverses = posting.id)
                """).param("journal", journal).param("line", line).query(Row.class));
    }
}
