package localgov.ims.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals what has been posted since the last seal into a chain of hashes and folds it into totals; and checks the
/// chain.
@Component
public class Seals {
    private static final byte[] BEFORE_THE_FIRST = new byte[32];
    private static final String BEGINNING = "0";

    private final SealStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Seals(SealStore store, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A seal that no longer agrees with the book, and what about it does not.
    public record Broken(long seal, String what) {}

    /// Seals all postings of finished database transactions; nothing when there are none, or when another instance
    /// was quicker.
    public Optional<Seal> seal() {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> sealOnce()));
        } catch (DuplicateKeyException anotherWasQuicker) {
            return Optional.empty();
        }
    }

    private Optional<Seal> sealOnce() {
        var last = store.last();
        var from = last.map(Seal::toXid).orElse(BEGINNING);
        var to = store.settledUpTo();
        var extent = store.extent(from, to);
        if (extent.postings() == 0) {
            return Optional.empty();
        }
        store.salt(from, to);
        var number = last.map(Seal::number).orElse(0L) + 1;
        var previous = last.map(Seal::hash).orElse(BEFORE_THE_FIRST);
        var content = store.content(from, to);
        var hash = SealHash.link(number, previous, content, extent.postings(), extent.journals(), extent.pence());
        var seal = new Seal(
                number,
                from,
                to,
                extent.journals(),
                extent.postings(),
                extent.pence(),
                content,
                previous,
                hash,
                clock.instant());
        store.add(seal);
        store.fold(number, from, to);
        return Optional.of(seal);
    }

    public Optional<Seal> last() {
        return store.last();
    }

    /// Reads the whole book again, seal by seal, and says which do not agree with it. An unaltered book gives
    /// nothing.
    public List<Broken> verify() {
        List<Broken> broken = new ArrayList<>();
        var previous = BEFORE_THE_FIRST;
        var next = store.after(0);
        while (next.isPresent()) {
            var seal = next.get();
            broken.addAll(verify(seal, previous));
            previous = seal.hash();
            next = store.after(seal.number());
        }
        return broken;
    }

    private List<Broken> verify(Seal seal, byte[] previous) {
        List<Broken> broken = new ArrayList<>();
        var content = transactions.execute(_ -> store.content(seal.fromXid(), seal.toXid()));
        var extent = store.extent(seal.fromXid(), seal.toXid());
        if (!Arrays.equals(content, seal.content())) {
            broken.add(new Broken(seal.number(), "the postings are not those that were sealed"));
        }
        if (!extent.equals(new SealStore.Extent(seal.journals(), seal.postings(), seal.pence()))) {
            broken.add(new Broken(seal.number(), "the number or the sum of the postings is not what was sealed"));
        }
        if (!Arrays.equals(previous, seal.previous())) {
            broken.add(new Broken(seal.number(), "it does not follow the seal before it"));
        }
        var hash = SealHash.link(
                seal.number(), seal.previous(), seal.content(), seal.postings(), seal.journals(), seal.pence());
        if (!Arrays.equals(hash, seal.hash())) {
            broken.add(new Broken(seal.number(), "its hash is not the hash of what it says"));
        }
        return broken;
    }
}
