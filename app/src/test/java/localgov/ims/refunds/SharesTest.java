package localgov.ims.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import localgov.ims.catalogue.VatRate;
import localgov.ims.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The VAT in money that goes back in parts.
class SharesTest {
    private record Part(Money amount, Money vat) {}

    private static Shares shares(long paid, int rate, List<Part> given) {
        return new Shares(
                Money.pence(paid),
                new VatRate("S", rate, LocalDate.EPOCH).vatIn(Money.pence(paid)),
                rate,
                given.stream().map(Part::amount).reduce(Money.ZERO, Money::plus),
                given.stream().map(Part::vat).reduce(Money.ZERO, Money::plus));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "100, 2000, 50 50, 8 9",
        "100, 2000, 100, 17",
        "1000, 500, 333 333 334, 16 16 16",
        "3, 2000, 1 1 1, 0 0 1"
    })
    void thePartsOfAWholeHaveAllOfItsVat(long paid, int rate, String parts, String vats) {
        var given = new ArrayList<Part>();
        for (var part : parts.split(" ")) {
            var amount = Money.pence(Long.parseLong(part));
            given.add(new Part(amount, shares(paid, rate, given).next(amount)));
        }
        assertThat(given.stream().map(part -> Long.toString(part.vat().pence())).toList())
                .containsExactly(vats.split(" "));
    }

    /// However money goes back in parts, of which some return and go again: what is given never has more VAT than
    /// itself, and when all of it has been given, all of the VAT has.
    @Test
    void howeverItGoesAndReturnsTheVatAddsUp() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new SplittableRandom(seed);
            long paid = 1 + random.nextLong(random.nextBoolean() ? 40 : 100_000);
            int rate = List.of(0, 500, 1750, 2000).get(random.nextInt(4));
            var given = new ArrayList<Part>();
            long left = paid;
            while (left > 0) {
                if (!given.isEmpty() && random.nextInt(4) == 0) {
                    left += given.remove(random.nextInt(given.size())).amount().pence();
                }
                var amount = Money.pence(1 + random.nextLong(random.nextBoolean() ? Math.min(3, left) : left));
                var vat = shares(paid, rate, given).next(amount);
                assertThat(vat).as("seed %d", seed).isBetween(Money.ZERO, amount);
                given.add(new Part(amount, vat));
                left -= amount.pence();
            }
            var whole = shares(paid, rate, given);
            assertThat(whole.vatGiven()).as("seed %d", seed).isEqualTo(whole.vat());
        }
    }
}
