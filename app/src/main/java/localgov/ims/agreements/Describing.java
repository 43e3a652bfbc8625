package localgov.ims.agreements;

import localgov.ims.platform.pages.CouncilFaces;
import localgov.ims.platform.words.WordBook;
import org.springframework.stereotype.Component;

/// What the card provider is told that an agreement is for. Payers may read it there, so it is in their language.
@Component
class Describing {
    /// What providers take, and the signs that they refuse.
    static final int LONGEST = 255;

    private static final String REFUSED = "[<>|\\p{Cntrl}]";

    private final CouncilFaces council;
    private final WordBook book;

    Describing(CouncilFaces council, WordBook book) {
        this.council = council;
        this.book = book;
    }

    String of(Agreement agreement) {
        var words = book.in(agreement.language());
        return forProvider(words.say("agreements.description", council.in(words).name()));
    }

    static String forProvider(String text) {
        var plain = text.replaceAll(REFUSED, " ").strip();
        return plain.length() <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST - 1) - 1)) + "…";
    }
}
