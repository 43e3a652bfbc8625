package localgov.ims.reporting;

import static localgov.ims.ledger.AccountName.bank;
import static localgov.ims.ledger.AccountName.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.ledger.Entry;
import org.junit.jupiter.api.Test;

class ReceiptSearchTest extends ReceiptsInTheBook {
    @Test
    void anAccountIsFoundHoweverItIsWrittenWithWhatWasPlacedLater() {
        for (var typed : List.of("771234561", "77 123 4561", "771-234-561")) {
            assertThat(understood(typed)).isEqualTo(new Understood.Account("771234561"));
            assertThat(find(typed)).extracting(FoundReceipt::fromAccount).containsExactly("suspense", "clearing:card");
        }
        assertThat(find("bj99518409")).extracting(FoundReceipt::narrative).containsExactly("STO 4455 RENT");
    }

    @Test
    void aPartOfAnAccountFindsAllThatHaveIt() {
        assertThat(understood("123456"))
                .isEqualTo(new Understood.PartOfAccounts("123456", List.of("771234561", "771234562")));
        assertThat(find("123456"))
                .extracting(FoundReceipt::pence)
                .containsExactly(Money.pence(3_500), Money.pence(12_000), Money.pence(12_050));
    }

    @Test
    void aShortPartIsLookedForAsPoundsOrWords() {
        assertThat(understood("120")).isEqualTo(new Understood.Amount(Money.pounds(120, 0)));
        assertThat(understood("9001x")).isEqualTo(new Understood.Words(List.of("9001x")));
    }

    @Test
    void anAmountIsFoundExactlyOrWithinBounds() {
        assertThat(find("120.00")).extracting(FoundReceipt::accountNumber).containsExactly("771234561", "BJ99518409");
        assertThat(find("£120 to £121")).hasSize(3);
        assertThat(find("99.99")).isEmpty();
    }

    @Test
    void aDayShowsThatDayOnly() {
        assertThat(find("19/11/2026")).extracting(FoundReceipt::accountNumber).containsExactly("771234562");
        assertThat(find("18 Nov 2026 to 19 Nov 2026")).hasSize(3);
    }

    @Test
    void wordsOfANameAreFoundWithoutTitlesAndTheLastMayBePartial() {
        assertThat(find("mrs pays")).extracting(FoundReceipt::accountNumber).containsExactly("771234561");
        assertThat(find("oka")).hasSize(2);
        assertThat(find("okafor hold")).extracting(FoundReceipt::toAccount).containsExactly("suspense");
        assertThat(find("jones rent")).hasSize(1);
        assertThat(find("rent smith")).hasSize(1);
    }

    @Test
    void theReferenceABankGaveIsFoundAmongTheWords() {
        assertThat(find("STO 4455")).extracting(FoundReceipt::accountNumber).containsExactly("BJ99518409");
    }

    @Test
    void aFileIsFoundByItsNumber() {
        assertThat(find(FILE)).hasSize(2);
        assertThat(understood(FILE)).isEqualTo(new Understood.Reference(FILE));
    }

    @Test
    void moneyBetweenOurOwnPotsIsNoReceipt() {
        assertThat(page(Criteria.ANY.days(FRIDAY, FRIDAY), null, 50).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("771234561");
    }

    @Test
    void aFundIsFoundAloneAndWithANameInIt() {
        assertThat(page(Criteria.ANY.fund("24"), null, 50).receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("BJ99518409");
        assertThat(page(Criteria.ANY.fund("23").words(List.of("okafor")), null, 50)
                        .receipts())
                .extracting(FoundReceipt::accountNumber)
                .containsExactly("771234562");
        assertThat(page(Criteria.ANY.fund("24").words(List.of("okafor")), null, 50)
                        .count())
                .contains(0);
    }

    @Test
    void titlesAloneAreNothingToLookFor() {
        assertThat(understood("Mr")).isEqualTo(new Understood.Nothing());
        assertThat(find("Mr")).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrRepeats() {
        for (var criteria : List.of(
                Criteria.ANY.words(List.of("commonname")),
                Criteria.ANY.fund("30"),
                Criteria.ANY.amount(Money.pence(101), Money.pence(104)))) {
            var all = new ArrayList<Long>();
            Position after = null;
            do {
                var found = page(criteria, after, 97);
                found.receipts().forEach(receipt -> all.add(receipt.id()));
                after = found.next().orElse(null);
            } while (after != null);
            assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(500);
            assertThat(page(criteria, null, 5).receipts())
                    .isSortedAccordingTo(java.util.Comparator.comparing(FoundReceipt::happenedOn)
                            .thenComparing(FoundReceipt::id)
                            .reversed());
        }
    }

    /// Whether they are found by walking along the newest or gathered from days further and further back.
    @Test
    void pagesOfWhatVeryManyHaveAreAllOfThemNewestFirst() {
        for (int size : List.of(10, 97, 300)) {
            var all = new ArrayList<FoundReceipt>();
            Position after = null;
            do {
                var found = page(Criteria.ANY.words(List.of("commonname")), after, size);
                all.addAll(found.receipts());
                after = found.next().orElse(null);
            } while (after != null);
            assertThat(all)
                    .hasSize(1_200)
                    .isSortedAccordingTo(java.util.Comparator.comparing(FoundReceipt::happenedOn)
                            .thenComparing(FoundReceipt::id)
                            .reversed());
        }
    }

    /// The first thousand of such a file are all newer than what stands on its last pages.
    @Test
    void aFileThatBeginsWithTheNewestIsTurnedOverToItsOldest() {
        post(
                "import",
                "newest-first",
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(i -> line(
                                i, bank("main"), fund("31"), 900, "NEW" + i, 100 + i / 40, "Upside Down", "TURNED"))
                        .toArray(Entry[]::new));
        var all = new ArrayList<FoundReceipt>();
        Position after = null;
        do {
            var found = page(Criteria.ANY.words(List.of("upside")), after, 97);
            assertThat(found.count()).contains(ReceiptSearch.COUNTED + 1);
            all.addAll(found.receipts());
            after = found.next().orElse(null);
        } while (after != null);
        assertThat(all).hasSize(1_200).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsCountedBeyondAThousand() {
        assertThat(page(Criteria.ANY.words(List.of("invoice")), null, 10).count())
                .contains(ReceiptSearch.COUNTED + 1);
        assertThat(page(Criteria.ANY.fund("30"), null, 10).count()).contains(ReceiptSearch.COUNTED + 1);
        assertThat(page(Criteria.ANY.words(List.of("okafor")), null, 10).count())
                .contains(2);
    }

    @Test
    void whatIsTypedIsNeverSql() {
        for (var typed : List.of(
                "' or 1=1 --", "nobody' & !", "a:*|b", "%", "_", "\\", "x'; select pg_sleep(10); --", "\u0000")) {
            assertThat(find(typed)).as(typed).isEmpty();
        }
        assertThat(find("smith' & !")).hasSize(1);
        for (var fund : List.of("' | =24", "24' | '=23", "\\", "'", "", " ")) {
            assertThat(page(Criteria.ANY.fund(fund), null, 5).receipts())
                    .as(fund)
                    .isEmpty();
        }
    }

    @Test
    void aPositionThatIsNotOursIsNone() {
        assertThat(Position.read("2026-11-20.17")).contains(new Position(FRIDAY, 17));
        assertThat(Position.read("2026-02-30.1")).isEmpty();
        assertThat(Position.read("x")).isEmpty();
    }
}
