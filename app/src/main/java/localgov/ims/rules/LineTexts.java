package localgov.ims.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts of one line in their plain form, each made when the first test asks for it.
final class LineTexts {
    final RuledLine line;
    private @Nullable String reference;
    private @Nullable String payer;
    private @Nullable List<String> narrative;
    private @Nullable List<String> all;
    private @Nullable String payerAccount;

    LineTexts(RuledLine line) {
        this.line = line;
    }

    /// What a test of this subject looks at: it holds when it holds of any of them.
    List<String> of(Subject subject) {
        return switch (subject) {
            case TEXT -> all();
            case REFERENCE -> List.of(reference());
            case PAYER -> List.of(payer());
            case NARRATIVE -> narrative();
            case CODE -> List.of(Plain.of(line.code()));
            case PAYER_ACCOUNT -> List.of(payerAccount());
            case BANK_ACCOUNT -> List.of(Plain.of(line.bankAccount()));
            case SOURCE -> List.of(Plain.of(line.source()));
            case METHOD -> List.of(Plain.of(line.method()));
            case AMOUNT, DAY, DAY_OF_MONTH, DIRECTION -> throw new IllegalArgumentException("Not a text: " + subject);
        };
    }

    private String reference() {
        if (reference == null) {
            reference = Plain.of(line.reference());
        }
        return reference;
    }

    private String payer() {
        if (payer == null) {
            payer = Plain.of(line.payer());
        }
        return payer;
    }

    /// With a space where the bank began another piece, and without, because it may have cut a word.
    private List<String> narrative() {
        if (narrative == null) {
            narrative = line.said().indexOf('\n') < 0
                    ? List.of(Plain.of(line.said()))
                    : List.of(Plain.of(line.said()), Plain.joined(line.said()));
        }
        return narrative;
    }

    private List<String> all() {
        if (all == null) {
            var rest = narrative();
            all = rest.size() == 1
                    ? List.of(reference(), payer(), rest.getFirst())
                    : List.of(reference(), payer(), rest.getFirst(), rest.getLast());
        }
        return all;
    }

    private String payerAccount() {
        if (payerAccount == null) {
            payerAccount = Plain.account(line.payerAccount());
        }
        return payerAccount;
    }
}
