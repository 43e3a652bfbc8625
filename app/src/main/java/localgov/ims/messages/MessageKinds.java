package localgov.ims.messages;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of e-mail that rooms have declared.
@Component
public class MessageKinds {
    private final ObjectProvider<MessageKind> declared;

    MessageKinds(ObjectProvider<MessageKind> declared) {
        this.declared = declared;
    }

    public List<MessageKind> all() {
        return declared.orderedStream().toList();
    }

    public Optional<MessageKind> of(String about) {
        return declared.stream().filter(kind -> kind.about().equals(about)).findFirst();
    }

    /// Of what is written to payers.
    List<String> toPayers() {
        return declared.stream()
                .filter(MessageKind::toPayers)
                .map(MessageKind::about)
                .toList();
    }
}
