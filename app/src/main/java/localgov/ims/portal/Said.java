package localgov.ims.portal;

import localgov.ims.catalogue.FundMessage;
import localgov.ims.platform.words.Words;
import localgov.ims.portal.pages.Notice;

/// What the council says about what somebody is about to pay.
final class Said {
    private Said() {}

    static Notice of(FundMessage message, Words words) {
        return new Notice(words.written(message.words(), message.wordsInWelsh()), message.stops());
    }
}
