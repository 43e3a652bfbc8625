package localgov.ims.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.atomic.AtomicInteger;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;

/// A process that dies at one of its steps, and takes none afterwards. What it had not committed is rolled back.
public final class Fate {
    private final int step;
    private final AtomicInteger steps = new AtomicInteger();

    private static final class Killed extends Error {
        Killed(int step) {
            super("killed at step " + step);
        }
    }

    public Fate(int step) {
        this.step = step;
    }

    /// One more step.
    public void next() {
        if (steps.incrementAndGet() >= step) {
            throw new Killed(step);
        }
    }

    public boolean struck() {
        return steps.get() >= step;
    }

    /// Does this within the council until the step at which it dies; each statement and each end of a database
    /// transaction is a step, too.
    public void does(Runnable work) {
        try {
            WatchedDatabase.watching(this::next, () -> CurrentCouncil.within(TestCouncil.ALDERMERE, work));
        } catch (Killed | UndeclaredThrowableException killed) {
            // Whoever listens to a fact dies as somebody who was called without knowing of it.
            assertThat(killed instanceof Killed ? killed : killed.getCause())
                    .isInstanceOf(Killed.class)
                    .hasMessageEndingWith(" " + step);
        }
    }
}
