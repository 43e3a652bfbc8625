package localgov.ims.webhooks;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import localgov.ims.people.ApiKey;

/// A room that breaks over one payment.
record Broken(UUID over) implements SeenByPrograms {
    @Override
    public String kind() {
        return "payment";
    }

    @Override
    public Optional<Shown> of(UUID id, ApiKey program) {
        if (id.equals(over)) {
            throw new IllegalStateException("broken on purpose");
        }
        return Optional.of(new Shown("R", "", Map.of("id", id.toString())));
    }
}
