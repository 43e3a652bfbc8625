package localgov.ims.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.TestCouncil;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.pen.Pen;
import localgov.ims.ledger.pen.Pens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealsTest {
    final TestCouncil council = TestCouncil.fresh();
    final Pen pen = Pens.on(council);
    final Seals seals = new Seals(new SealStore(council.db), council.transactions, council.clock());

    @AfterEach
    void close() {
        council.close();
    }

    void pay(String id, long pence) {
        council.within(() -> pen.post(new Source("takings", id), By.SYSTEM, PenTest.taxOf(pence)));
    }

    @Test
    void sealsFollowOneAnotherAndHold() {
        pay("one", 100);
        pay("two", 200);
        var first = council.within(seals::seal).orElseThrow();
        pay("three", 300);
        var second = council.within(seals::seal).orElseThrow();

        assertThat(first.postings()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(council.within(seals::seal)).as("nothing new, no seal").isEmpty();
        assertThat(council.within(seals::verify)).isEmpty();
        assertThat(council.brokenLaws()).isEmpty();
    }

    @Test
    void balancesAreTheSameBeforeAndAfterFolding() {
        var balances = new Balances(council.db);
        pay("one", 100);
        pay("two", 250);
        var before = council.within(balances::all);
        council.within(seals::seal);
        pay("three", 5);

        assertThat(before).contains(new Balances.Balance("fund:23", Money.ZERO, Money.pence(350), Money.pence(-350)));
        assertThat(council.within(() -> balances.of(AccountName.fund("23")))).isEqualTo(Money.pence(-355));
        assertThat(council.brokenLaws()).isEmpty();
    }

    @Test
    void whoeverChangesASealedAmountIsSeen() {
        pay("one", 100);
        pay("two", 200);
        council.within(seals::seal);
        asOwner("update council_aldermere.ledger_posting set pence = 900 where pence = 200");

        assertThat(council.within(seals::verify))
                .extracting(Seals.Broken::what)
                .contains(
                        "the postings are not those that were sealed",
                        "the number or the sum of the postings is not what was sealed");
    }

    @Test
    void whoeverRenamesAPayerIsSeen() {
        pay("one", 100);
        council.within(seals::seal);
        asOwner("update council_aldermere.ledger_posting set payer = 'Somebody else'");

        assertThat(council.within(seals::verify)).isNotEmpty();
    }

    @Test
    void whoeverRemovesASealIsSeen() {
        pay("one", 100);
        council.within(seals::seal);
        pay("two", 100);
        council.within(seals::seal);
        asOwner("delete from council_aldermere.ledger_total where seal = 1");
        asOwner("delete from council_aldermere.ledger_seal where number = 1");

        assertThat(council.within(seals::verify))
                .extracting(Seals.Broken::what)
                .contains("it does not follow the seal before it");
    }

    @Test
    void whatIsStillBeingWrittenIsSealedLater() {
        pay("one", 100);
        try (var meanwhile = Executors.newSingleThreadExecutor()) {
            council.within(() -> council.transactions.executeWithoutResult(_ -> {
                pen.post(new Source("takings", "slow"), By.SYSTEM, PenTest.taxOf(7));
                var first = meanwhile.submit(() -> council.within(() -> {
                    pay("quick", 50);
                    return seals.seal();
                }));
                assertThat(answer(first)).get().extracting(Seal::postings).isEqualTo(1L);
            }));
        }
        assertThat(council.within(seals::seal)).get().extracting(Seal::postings).isEqualTo(2L);
        assertThat(council.within(seals::verify)).isEmpty();
        assertThat(council.brokenLaws()).isEmpty();
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoSealersMakeOneChain() throws Exception {
        IntStream.range(0, 20).forEach(i -> pay("p" + i, 10 + i));
        try (var both = Executors.newFixedThreadPool(4)) {
            both.invokeAll(IntStream.range(0, 8)
                    .<Callable<Object>>mapToObj(_ -> () -> council.within(seals::seal))
                    .toList());
        }
        assertThat(council.within(seals::verify)).isEmpty();
        assertThat(council.within(() -> seals.last().orElseThrow().postings())).isEqualTo(20);
        assertThat(council.brokenLaws()).isEmpty();
    }

    private void asOwner(String change) {
        try (var owner = council.ownerPool()) {
            JdbcClient.create(owner).sql(change).update();
        }
    }
}
