package localgov.ims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import localgov.ims.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAmountTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            typed          | pence
            12             | 1200
            12.5           | 1250
            12.50          | 1250
            12.            | 1200
            .50            | 50
            0.01           | 1
            50p            | 50
            £1,234.50      | 123450
            £ 1 234.50     | 123450
            1234.5         | 123450
            1,234,567.89   | 123456789
            '  £12.00 '    | 1200
            120 pounds     | 12000
            GBP            |
            """)
    void anAmountIsReadAsPeopleTypeIt(String typed, Long pence) {
        var read = TypedAmount.read(typed);
        if (pence == null) {
            assertThat(read).isInstanceOf(TypedAmount.Isnt.class);
        } else {
            assertThat(read).isEqualTo(new TypedAmount.Is(Money.pence(pence)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            typed          | what is wrong
            ''             | blank
            £              | blank
            abc            | not-money
            .              | not-money
            12.345         | parts-of-a-penny
            0.001          | parts-of-a-penny
            12,50          | comma
            1,23.00        | not-money
            12.50.1        | not-money
            1e3            | not-money
            0              | not-positive
            0.00           | not-positive
            -5             | not-positive
            −5.00          | not-positive
            9999999999999  | not-money
            """)
    void whatCouldMeanTwoThingsIsAskedForAgain(String typed, String wrong) {
        assertThat(TypedAmount.read(typed)).isEqualTo(new TypedAmount.Isnt("portal.amount." + wrong));
    }
}
