package localgov.ims.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeTest {
    @Test
    void aSuccessPassesThroughAuthorisation() {
        assertThat(Life.CREATED.stepsTo(Life.SUCCESS, false))
                .containsExactly(Life.STARTED, Life.SUBMITTED, Life.SUCCESS);
        assertThat(Life.SUBMITTED.stepsTo(Life.SUCCESS, false)).containsExactly(Life.SUCCESS);
        assertThat(Life.CAPTURABLE.stepsTo(Life.SUCCESS, true)).containsExactly(Life.SUCCESS);
        assertThat(Life.CREATED.stepsTo(Life.CAPTURABLE, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Life.class,
            names = {"DECLINED", "EXPIRED", "CANCELLED_BY_USER", "CANCELLED", "ERROR", "SUCCESS"})
    void whatHasEndedGoesNowhereByDecision(Life ended) {
        for (var outcome : Life.values()) {
            if (!(ended == Life.SUCCESS && outcome == Life.ERROR)) {
                assertThat(ended.stepsTo(outcome, false))
                        .as("%s to %s", ended, outcome)
                        .isEqualTo(List.of());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Life.class)
    void everyStepOfEveryRoadIsInTheTable(Life from) {
        for (var outcome : Life.values()) {
            for (var delayed : new boolean[] {true, false}) {
                var at = from;
                for (var step : from.stepsTo(outcome, delayed)) {
                    assertThat(at.mayBecome(step))
                            .as("%s to %s on the way to %s", at, step, outcome)
                            .isTrue();
                    at = step;
                }
            }
        }
    }
}
