package localgov.ims.portal;

import localgov.ims.catalogue.Fund;
import localgov.ims.platform.words.Words;
import localgov.ims.platform.words.Written;

/// A fund as a payer reads of it, in their language as far as the council wrote it.
record FundFace(Fund fund, Words words) {
    /// What may be paid on the portal.
    static boolean isOffered(Fund fund) {
        return fund.online() && fund.open() && !fund.retired() && !fund.isSuspense();
    }

    Written name() {
        return words.written(fund.name(), fund.nameInWelsh());
    }

    Written label() {
        return words.written(fund.referenceLabel(), fund.referenceLabelInWelsh());
    }

    Written hint() {
        return words.written(fund.referenceHint(), fund.referenceHintInWelsh());
    }
}
