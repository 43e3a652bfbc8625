package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import localgov.ims.kernel.Money;
import localgov.ims.sandbox.OnAPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be asked to be paid, and that the same request is the same payment.
@OnAPort
class PaymentsAskedForTest extends WithAProvider {
    @Test
    void theSameRequestIsTheSamePayment() {
        var asking = Asking.once("api:till", "api", "key-1", "content");
        var basket = Basket.of(List.of(Workshop.FINE));
        var first = within(() -> here.payments.create(basket, asking));
        var again = within(() -> here.payments.create(basket, asking));
        var other =
                within(() -> here.payments.create(basket, Asking.once("api:till", "api", "key-1", "other content")));
        var somebodyElses =
                within(() -> here.payments.create(basket, Asking.once("api:kiosk", "api", "key-1", "content")));

        assertThat(first).isInstanceOf(Created.New.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Created.SeenBefore.class,
                        seen -> assertThat(seen.payment().id())
                                .isEqualTo(((Created.New) first).payment().id()));
        assertThat(other).isInstanceOf(Created.SeenDifferently.class);
        assertThat(somebodyElses).isInstanceOf(Created.New.class);
    }

    @Test
    void theSameRequestTwiceAtOnceIsOnePayment() throws Exception {
        var asking = Asking.once("api:till", "api", "race", "content");
        Callable<Created> call =
                () -> within(() -> here.payments.create(Basket.of(List.of(Workshop.FINE, Workshop.GARDEN)), asking));
        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers = callers
                    .invokeAll(IntStream.range(0, 16).mapToObj(_ -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(Created.New.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Created.SeenBefore.class::isInstance).hasSize(15);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            fund | account    | pence    | field   | code
            11   | BJ99518408 | 3500     | account | check-digit
            11   | BJ995      | 3500     | account | length
            11   | BJ99518409 | -1       | amount  | not-positive
            11   | BJ99518409 | 0        | amount  | not-positive
            11   | BJ99518409 | 100001   | amount  | above-fund
            11   | BJ99518409 | 99999999 | amount  | too-much
            XX   | BJ99518409 | 3500     | fund    | unknown-fund
            1    | anything   | 3500     | fund    | unknown-fund
            13   | 81234567890| 3500     | fund    | not-online
            23   | 770000000  | 3500     | account | unknown-account
            """)
    void aBasketThatCannotBePaidIsRefusedWithTheField(
            String fund, String account, long pence, String field, String code) {
        var basket = Basket.of(List.of(Workshop.GARDEN, new Basket.Line(fund, account, Money.pence(pence), null)));
        var created = within(() -> here.payments.create(basket, Asking.anew("portal", "portal")));
        assertThat(created).isInstanceOfSatisfying(Created.Refused.class, refused -> {
            var problem = refused.problems().getFirst();
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.field() + " " + problem.code()).isEqualTo(field + " " + code);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://evil.example/",
                "//evil.example",
                "https://you@evil.example/",
                "not an address"
            })
    void anAddressToReturnToIsSafe(String address) {
        var basket = new Basket(List.of(Workshop.FINE), null, null, address);
        var created = within(() -> here.payments.create(basket, Asking.anew("api:till", "api")));
        assertThat(created)
                .isInstanceOfSatisfying(
                        Created.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Created.Problem::field)
                                .containsExactly("return_url"));
    }

    @Test
    void aBasketHasOneToTenLines() {
        var eleven = IntStream.range(0, 11).mapToObj(_ -> Workshop.FINE).toList();
        for (var lines : List.of(List.<Basket.Line>of(), eleven)) {
            assertThat(within(() -> here.payments.create(Basket.of(lines), Asking.anew("portal", "portal"))))
                    .isInstanceOf(Created.Refused.class);
        }
    }
}
