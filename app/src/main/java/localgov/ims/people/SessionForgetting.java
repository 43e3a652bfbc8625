package localgov.ims.people;

import java.time.Duration;
import localgov.ims.councils.Jobs;
import org.springframework.stereotype.Component;

/// The job that forgets sessions long past.
@Component
class SessionForgetting {
    SessionForgetting(Sessions sessions, Jobs jobs) {
        jobs.every("people.session-forgetting", Duration.ofHours(1), sessions::forgetOldOnes);
    }
}
