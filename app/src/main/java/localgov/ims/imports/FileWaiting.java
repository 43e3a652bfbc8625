package localgov.ims.imports;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has files read as soon as they are received, and looks for those whose reader died.
@Component
class FileWaiting {
    private static final String READING = "reading-a-file";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Jobs jobs;

    FileWaiting(Jobs jobs, Imports imports) {
        this.jobs = jobs;
        jobs.named(READING, subject -> ImportId.read(subject).ifPresent(imports::run));
        jobs.every("files-left-lying", PAUSE, imports::runWaiting);
    }

    @EventListener
    void soon(FileReceived file) {
        jobs.soon(READING, file.id().toString());
    }
}
