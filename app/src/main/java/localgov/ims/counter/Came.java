package localgov.ims.counter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import localgov.ims.catalogue.Channel;

/// How the money came to whoever takes it.
public enum Came {
    /// The payer stands at the desk.
    DESK(Channel.STAFF, "staff"),
    /// In an envelope that was opened.
    POST(Channel.STAFF, "post"),
    /// The payer is on the telephone, and their card goes to the provider's own page.
    PHONE(Channel.PHONE, "phone");

    private final Channel channel;
    private final String inTheBook;

    Came(Channel channel, String inTheBook) {
        this.channel = channel;
        this.inTheBook = inTheBook;
    }

    /// Where a method must be offered to be used.
    Channel channel() {
        return channel;
    }

    /// What the book calls it.
    String inTheBook() {
        return inTheBook;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Came> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
