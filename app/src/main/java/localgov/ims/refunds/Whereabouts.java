package localgov.ims.refunds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.people.Scope;
import localgov.ims.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where the money stands that a provider gave back in its own tool: on its receipt, or, when that came into suspense
/// and somebody has placed it since, where it was placed. The refund has to come out of there: nowhere else does the
/// book have the money.
@Component
class Whereabouts {
    private final Receiving receiving;
    private final JdbcClient db;

    Whereabouts(Receiving receiving, JdbcClient db) {
        this.receiving = receiving;
        this.db = db;
    }

    private record Placed(
            long journal,
            int line,
            String fund,
            @Nullable String account,
            @Nullable String method,
            @Nullable String office,
            @Nullable String channel,
            @Nullable String vatCode,
            int vatRate,
            Money vat,
            Money amount,
            Money left) {
        Received.Line received() {
            return new Received.Line(
                    line, fund, null, account, method, office, channel, vatCode, vatRate, vat, amount, left);
        }
    }

    /// Its receipt and each journal that placed some of it, if all of that lies within what whoever asks may see. Those
    /// that still have as much as was given back come first, and of several the receipt. None while the payment
    /// counts as not collected: then nothing of it is in the book.
    List<Received> of(Found found, Scope scope) {
        var places = new ArrayList<Received>();
        receiving
                .find(found.journal(), 1, scope)
                .filter(receipt -> receipt.taken() != null && receipt.whyNot() != Received.WhyNot.NOT_COLLECTED)
                .ifPresent(receipt -> {
                    places.add(receipt);
                    places.addAll(placed(receipt, scope));
                });
        places.sort(Comparator.comparing(place -> found.amount().isMoreThan(place.left())));
        return List.copyOf(places);
    }

    private List<Received> placed(Received receipt, Scope scope) {
        var journals = new LinkedHashMap<Long, List<Received.Line>>();
        Rows.of(db.sql("""
                select posting.journal, posting.line, posting.fund, posting.account_number as account, posting.method, posting.office,
                       posting.channel, posting.vat_code, posting.vat_rate, posting.vat_pence as vat, posting.pence as amount,
                       posting.pence - coalesce(counted.reserved, 0) as left
                  from suspense_items item
                  join suspense_allocations allocation on allocation.item = item.id
                  join ledger_journals journal on journal.id = allocation.journal
                  join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
                   and posting.batch = journal.batch
                  left join refunds_receipt counted on counted.journal = posting.journal and counted.line = posting.line
                 where item.journal = :journal
                   and posting.from_account = 'suspense'
                   and posting.to_account = 'fund:' || posting.fund
                 order by posting.journal, posting.line
                """).param("journal", receipt.journal()).query(Placed.class))
                .forEach(one -> journals.computeIfAbsent(one.journal(), _ -> new ArrayList<>())
                        .add(one.received()));
        return journals.entrySet().stream()
                .filter(one -> one.getValue().stream().allMatch(line -> Receiving.isWithin(line, scope)))
                .map(one -> receipt.placed(one.getKey(), one.getValue()))
                .toList();
    }
}
