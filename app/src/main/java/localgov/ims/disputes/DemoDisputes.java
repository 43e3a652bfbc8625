package localgov.ims.disputes;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Disputes of the made-up council Aldermere: found as all others are, without waiting for the next time.
@Component
@ConditionalOnBooleanProperty("ims.demo")
public class DemoDisputes {
    private final Watching watching;

    DemoDisputes(Watching watching) {
        this.watching = watching;
    }

    public void look() {
        watching.watch();
    }
}
