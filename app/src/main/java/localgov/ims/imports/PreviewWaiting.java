package localgov.ims.imports;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has previews worked out as soon as they are asked for, and looks for those left lying.
@Component
class PreviewWaiting {
    private static final String WORKING = "previewing-a-file";
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Jobs jobs;

    PreviewWaiting(Jobs jobs, Previews previews) {
        this.jobs = jobs;
        jobs.named(WORKING, subject -> ImportId.read(subject).ifPresent(previews::run));
        jobs.every("previews-left-lying", PAUSE, previews::runWaiting);
    }

    @EventListener
    void soon(Previews.Wanted preview) {
        jobs.soon(WORKING, preview.id().toString());
    }
}
