package localgov.ims.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localgov.ims.imports.OwnStatement.Left;
import org.junit.jupiter.api.Test;

/// What balances of statements say, put together.
class TogetherTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final ImportId OWN = ImportId.at(Instant.parse("2026-11-19T10:00:00Z"));
    private static final ImportId A = ImportId.at(Instant.parse("2026-11-19T08:00:00Z"));
    private static final ImportId B = ImportId.at(Instant.parse("2026-11-19T09:00:00Z"));

    private static Span span(ImportId file, int number, long opening, long closing, long added) {
        return new Span(file, number, opening, closing, added, Map.of(), DAY, DAY);
    }

    private static Span leaving(Span span, ImportId because, long pence) {
        return new Span(
                span.file(),
                span.number(),
                span.opening(),
                span.closing(),
                span.added(),
                Map.of(because, new Left(1, pence)),
                DAY,
                DAY);
    }

    private static Told of(Span own, Span... known) {
        return Together.of(List.of(own), List.of(known)).get(1);
    }

    @Test
    void aStatementAloneSaysNothing() {
        assertThat(of(span(OWN, 1, 100, 150, 50))).isEqualTo(new Told.Nothing());
        assertThat(of(span(OWN, 1, 100, 150, 50), span(A, 1, 300, 320, 20))).isEqualTo(new Told.Nothing());
    }

    @Test
    void oneThatFollowsOrGoesBeforeIsExplained() {
        assertThat(of(span(OWN, 1, 100, 150, 50), span(A, 1, 150, 170, 20))).isEqualTo(new Told.Explained());
        assertThat(of(span(OWN, 1, 150, 170, 20), span(A, 1, 100, 150, 50))).isEqualTo(new Told.Explained());
    }

    @Test
    void theSameTwiceIsContradicted() {
        assertThat(of(span(OWN, 1, 100, 150, 50), span(A, 1, 100, 150, 50)))
                .isEqualTo(new Told.Contradicted(100, 150, 100, false));
    }

    @Test
    void partOfAKnownOneIsExplainedOnlyWithoutAnything() {
        assertThat(of(leaving(span(OWN, 1, 100, 120, 0), A, 20), span(A, 1, 100, 150, 50)))
                .isEqualTo(new Told.Explained());
        assertThat(of(span(OWN, 1, 100, 120, 20), span(A, 1, 100, 150, 50))).isInstanceOf(Told.Contradicted.class);
    }

    @Test
    void whatWasLeftBecauseOfAStatementThatEndsBeforeIsATwin() {
        assertThat(of(leaving(span(OWN, 1, 150, 170, 0), A, 20), span(A, 1, 100, 150, 50)))
                .isEqualTo(new Told.Twins(Set.of(A)));
        assertThat(of(leaving(span(OWN, 1, 80, 100, 0), A, 20), span(A, 1, 100, 150, 50)))
                .isEqualTo(new Told.Twins(Set.of(A)));
    }

    @Test
    void statementsBetweenLeadFromOneToTheOther() {
        assertThat(of(leaving(span(OWN, 1, 170, 190, 0), A, 20), span(A, 1, 100, 150, 50), span(B, 1, 150, 170, 20)))
                .isEqualTo(new Told.Twins(Set.of(A)));
    }

    @Test
    void whatWasLeftBecauseOfAFileWithoutBalancesCounts() {
        assertThat(of(leaving(span(OWN, 1, 150, 180, 10), B, 20), span(A, 1, 100, 150, 50)))
                .isEqualTo(new Told.Explained());
    }

    @Test
    void whereTheWayGoesRoundNothingIsSaid() {
        assertThat(of(span(OWN, 1, 150, 100, -50), span(A, 1, 100, 150, 50))).isEqualTo(new Told.Nothing());
        assertThat(of(span(OWN, 1, 100, 100, 0), span(A, 1, 100, 150, 50))).isEqualTo(new Told.Nothing());
    }

    @Test
    void whereAFileHasStatementsElsewhereTooNothingIsSaidOfWhatWasLeftBecauseOfIt() {
        assertThat(of(leaving(span(OWN, 1, 100, 180, 60), A, 20), span(A, 1, 100, 150, 50), span(A, 2, 400, 420, 20)))
                .isEqualTo(new Told.Nothing());
    }
}
