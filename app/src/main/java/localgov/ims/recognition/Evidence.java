package localgov.ims.recognition;

import org.jspecify.annotations.Nullable;

/// What is known besides the bank's words: who holds an account, what is due on it, and what a bank account has paid
/// before. It strengthens what a reference says and never replaces it.
public interface Evidence {
    /// Nothing is known.
    Evidence NONE = new Evidence() {
        @Override
        public Holder holder(String fund, String account) {
            return Holder.UNKNOWN;
        }

        @Override
        public int timesPaid(String payer, String fund, String account) {
            return 0;
        }
    };

    /// Who holds it; [Holder#UNKNOWN] when nobody says.
    Holder holder(String fund, String account);

    /// How often this bank account has paid that account.
    int timesPaid(String payer, String fund, String account);

    /// Whether it is remembered from which bank accounts that account has been paid.
    default boolean isPaidFromKnown(String fund, String account) {
        return false;
    }

    /// @param due what is owed, in pence; nothing when the service does not say
    record Holder(Called name, @Nullable Long due) {
        public static final Holder UNKNOWN = new Holder(Called.NOBODY, null);
    }

    /// What speaks for one account, of one payment.
    ///
    /// @param times how often the payer's bank account paid it before
    /// @param due whether exactly this is due on it
    /// @param settled whether less than this is due on it
    /// @param holder whose it is
    record Spoken(int times, boolean due, boolean settled, Called.Likeness name, Called holder) {
        /// Whether anything does.
        boolean anything() {
            return times > 0 || due || name != Called.Likeness.NONE;
        }

        /// Whether something speaks for this that does not speak for the other.
        boolean moreThan(Spoken other) {
            return isRememberedAlone(other) || due && !other.due || name.compareTo(other.name) > 0;
        }

        /// Whether the other may be passed over: what a bank account did before says most, then what is due to
        /// the penny, then a name, which others may have as well, and last that the other is paid already.
        /// Between two accounts of the holder whom the payer is called like, the payer says which.
        boolean outweighs(Spoken other) {
            if (other.times > 0 && times == 0 || other.due && !due) {
                return false;
            }
            if (due && !other.due || isRememberedAlone(other)) {
                return true;
            }
            int likelier = name.compareTo(other.name);
            return likelier > 0
                    || likelier == 0 && !settled && (other.settled && other.times == 0 || isOfTheSameHolder(other));
        }

        /// Whether both belong to somebody of one name, and the payer is called like that.
        private boolean isOfTheSameHolder(Spoken other) {
            return name == Called.Likeness.WHOLE && holder.equals(other.holder);
        }

        /// Whether the payer is called like the holders of both, and nothing else tells one from the other.
        boolean isMistakenFor(Spoken other) {
            return name == Called.Likeness.WHOLE && other.name == name && times == 0 && !due && !other.settled;
        }

        /// Whether the payer's bank account has paid this one before, and never the other.
        boolean isRememberedAlone(Spoken other) {
            return times > 0 && other.times == 0;
        }

        /// For ranking.
        int weight() {
            return (times == 0 ? 0 : 60 + Math.min(times, 5))
                    + (due ? 25 : 0)
                    + switch (name) {
                        case NONE -> 0;
                        case SURNAME -> 18;
                        case WHOLE -> 35;
                    };
        }
    }

    /// What speaks for an account as the place of a payment.
    default Spoken speaksFor(BankLine line, Called payer, String fund, String account) {
        var holder = holder(fund, account);
        return new Spoken(
                line.payer().isEmpty() ? 0 : timesPaid(line.payer(), fund, account),
                line.pence() > 0 && holder.due() != null && holder.due() == line.pence(),
                holder.due() != null && holder.due() < line.pence(),
                payer.to(holder.name()),
                holder.name());
    }
}
