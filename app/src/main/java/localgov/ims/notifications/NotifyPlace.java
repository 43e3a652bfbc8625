package localgov.ims.notifications;

import java.util.Map;
import java.util.Optional;
import localgov.ims.platform.ImsSettings;
import localgov.ims.settings.Objection;
import localgov.ims.settings.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Only a demonstration has GOV.UK Notify elsewhere than whoever runs the system says.
@Component
class NotifyPlace implements Objection {
    private final boolean demo;

    @Autowired
    NotifyPlace(ImsSettings operator) {
        this(operator.demo());
    }

    NotifyPlace(boolean demo) {
        this.demo = demo;
    }

    @Override
    public Optional<Problem> to(String type, Map<String, String> after) {
        return demo
                        || !type.equals(NotificationsData.SERVICES.slug())
                        || after.getOrDefault("address", "").isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "address",
                        "demo",
                        "Address of its API is for demonstrations only",
                        "Ar gyfer arddangosiadau yn unig y mae cyfeiriad ei API"));
    }
}
