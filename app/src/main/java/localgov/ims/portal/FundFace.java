package localgov.ims.portal;

import localgov.ims.catalogue.Fund;
import localgov.ims.platform.words.Words;

/// A fund as a payer reads of it, in their language as far as the council wrote it.
record FundFace(Fund fund, Words words) {
    /// What may be paid on the portal.
    static boolean isOffered(Fund fund) {
        return fund.online() && fund.open() && !fund.retired() && !fund.isSuspense();
    }

    String name() {
        return words.either(fund.name(), fund.nameInWelsh());
    }

    String label() {
        return words.either(fund.referenceLabel(), fund.referenceLabelInWelsh());
    }

    String hint() {
        return words.either(fund.referenceHint(), fund.referenceHintInWelsh());
    }
}
