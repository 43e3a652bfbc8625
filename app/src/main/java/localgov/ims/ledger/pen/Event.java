package localgov.ims.ledger.pen;

import java.util.List;
import localgov.ims.ledger.By;
import localgov.ims.ledger.Entry;
import localgov.ims.ledger.Source;

/// Something that happened and is about to be in the book, with all its postings.
public record Event(Source source, By by, List<Entry> entries) {
    public Event {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("An event without postings is not written: " + source);
        }
        entries = List.copyOf(entries);
    }
}
