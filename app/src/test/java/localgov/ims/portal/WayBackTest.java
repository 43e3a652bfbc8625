package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import localgov.ims.kernel.Money;
import localgov.ims.payments.Asking;
import localgov.ims.payments.Basket;
import localgov.ims.payments.Payments;
import org.junit.jupiter.api.Test;

/// A payer of another system goes back to it by way of our own address: so it is known that they went.
class WayBackTest extends PayerJourney {
    @Test
    void theLinkBackFromAReceiptLeadsThroughOurAddress() {
        within(() -> app.getBean(Payments.class)
                .create(
                        new Basket(
                                List.of(new Basket.Line("11", "BJ99518409", Money.pence(3_700), null)),
                                null,
                                null,
                                "https://parking.example/thanks"),
                        Asking.anew("api:parking", "api")));
        var path = "/payments/" + reference();
        payer.get(entrance());
        var way = URI.create(pay.get("/v1/payments/" + providerReference()).text("/return_url"));
        pay.fault("error_500", "get");
        payer.get(way.getPath() + "?" + way.getQuery());
        assertThat(payer.page().select("main a[href*=parking]"))
                .as("while it is open")
                .isEmpty();
        pay.outcome(providerReference(), "success");

        payer.get(path);
        assertThat(payer.page().select("h1").text()).isEqualTo("Payment received");
        assertThat(payer.page().select("main a[href*=parking]")).isEmpty();
        assertThat(payer.page().select("main a[href='" + path + "/return']")).hasSize(1);
        assertThat(payer.redirectOf(path + "/return"))
                .isEqualTo("https://parking.example/thanks?payment=" + reference());
    }
}
