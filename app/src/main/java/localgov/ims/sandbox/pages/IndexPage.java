package localgov.ims.sandbox.pages;

import java.time.Instant;
import java.util.List;
import localgov.ims.govuk.Cell;
import localgov.ims.kernel.Money;
import localgov.ims.platform.words.Words;

/// What the simulators hold, and how they are driven.
public record IndexPage(Instant now, List<Row> rows, List<String> controls) {
    /// One simulated payment.
    public record Row(String reference, String description, String state, Instant createdAt, Money amount) {}

    public List<List<Cell>> cells(Words words) {
        return rows.stream()
                .map(row -> List.of(
                        Cell.of(row.reference()),
                        Cell.of(row.description()),
                        Cell.of(row.state()),
                        Cell.of(words.moment(row.createdAt())),
                        Cell.figure(row.amount().toString())))
                .toList();
    }
}
