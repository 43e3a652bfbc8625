package localgov.ims.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import localgov.ims.people.TwoPeople.Signed;
import org.junit.jupiter.api.Test;

/// One person is not two, whatever they sign with.
class TwoPeopleTest {
    private static final Signed ANN = new Signed(PersonId.fresh(), "ann@demo.example");
    private static final Signed BEN = new Signed(PersonId.fresh(), "ben@demo.example");

    @Test
    void onePersonWithAnotherSignatureIsOne() {
        assertThatThrownBy(() -> new TwoPeople(ANN, new Signed(ANN.id(), "ann.asker@demo.example"), null))
                .hasMessageContaining("One person is not two");
    }

    @Test
    void oneSignatureOfTwoPeopleIsOne() {
        assertThatThrownBy(() -> new TwoPeople(ANN, new Signed(BEN.id(), ANN.signature()), null))
                .hasMessageContaining("One person is not two");
    }

    @Test
    void twoAreTwo() {
        assertThatCode(() -> new TwoPeople(ANN, BEN, null)).doesNotThrowAnyException();
    }
}
