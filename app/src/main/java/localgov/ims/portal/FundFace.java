package localgov.ims.portal;

import localgov.ims.catalogue.Fund;
import localgov.ims.platform.words.Language;
import localgov.ims.platform.words.Words;

/// A fund as a payer reads of it, in their language as far as the council wrote it.
record FundFace(Fund fund, Words words) {
    /// What may be paid on the portal.
    static boolean isOffered(Fund fund) {
        return fund.online() && fund.open() && !fund.retired() && !fund.isSuspense();
    }

    String name() {
        return either(fund.name(), fund.nameInWelsh());
    }

    String label() {
        return either(fund.referenceLabel(), fund.referenceLabelInWelsh());
    }

    String hint() {
        return either(fund.referenceHint(), fund.referenceHintInWelsh());
    }

    private String either(String english, String welsh) {
        return words.language() == Language.WELSH && !welsh.isEmpty() ? welsh : english;
    }
}
