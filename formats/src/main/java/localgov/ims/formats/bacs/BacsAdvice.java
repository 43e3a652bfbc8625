package localgov.ims.formats.bacs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One advice of a Bacs report: about whom, which reference, how much, from when on, why, and what has to be done.
/// Text is as the report gives it; an absent text is empty.
///
/// @param line the physical line, counted from 1, where the advice begins
/// @param report which report it is an advice of
/// @param reference ours: what the council calls the Direct Debit or the payment
/// @param money what becomes of money
/// @param amount never negative; null in reports that are not about money
/// @param currency three letters of ISO 4217; empty where there is no amount
/// @param day of an unpaid Direct Debit the day on which it was collected; of a claim the day on which the bank
///     takes the amount back; otherwise the day from which it holds; null where the report does not say
/// @param reason why
/// @param said the reason in the words of the report
/// @param payerName who pays, or is paid
/// @param payerAccount their sort code and account number
/// @param newPayerAccount the sort code and account number that take their place
/// @param transactionCode of the unpaid Direct Debit
/// @param bankReference the bank's own reference
/// @param account ours, into which it was collected
/// @param collections the single collections that a claim is about
public record BacsAdvice(
        long line,
        BacsReport report,
        String reference,
        Money money,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable LocalDate day,
        BacsReason reason,
        String said,
        String payerName,
        String payerAccount,
        String newPayerAccount,
        String transactionCode,
        String bankReference,
        String account,
        List<Collection> collections) {

    /// What becomes of money.
    public enum Money {
        /// The advice is not about money.
        NONE(""),
        /// A Direct Debit came back unpaid.
        UNPAID("The amount was not paid: make what it had paid unpaid again."),
        /// The payer's bank claims what it gave back under the Direct Debit Guarantee.
        CLAIMED("The bank takes the amount back under the Direct Debit Guarantee: make what it had paid unpaid again, "
                + "or challenge the claim."),
        /// The payer's bank takes such a claim back.
        CLAIM_WITHDRAWN("The bank withdraws its claim: what it took for it comes back.");

        private final String toDo;

        Money(String toDo) {
            this.toDo = toDo;
        }

        /// What has to be done about the money, in full sentences; empty where nothing has.
        public String toDo() {
            return toDo;
        }
    }

    /// One of the collections that a claim is about.
    ///
    /// @param day on which it was collected
    public record Collection(@Nullable LocalDate day, BigDecimal amount) {}

    public BacsAdvice {
        collections = List.copyOf(collections);
    }

    /// What becomes of the instruction. One that moves to an account that nobody names has to wait for it.
    public BacsReason.Instruction instruction() {
        return reason.instruction() == BacsReason.Instruction.MOVED && newPayerAccount.isEmpty()
                ? BacsReason.Instruction.WAITS
                : reason.instruction();
    }

    /// What has to be done, about the money first, in full sentences.
    public String toDo() {
        return (money.toDo + " " + reason.toDo()).strip();
    }

    /// Whether the single collections come to the amount; true where there are none.
    public boolean collectionsAddUp() {
        return collections.isEmpty()
                || (amount != null
                        && collections.stream()
                                        .map(Collection::amount)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .compareTo(amount)
                                == 0);
    }
}
