package localgov.ims.messages;

/// Whoever carries e-mails for us.
interface Post {
    /// What became of handing a message over.
    sealed interface Handed {
        /// @param reference what the carrier calls it
        record Taken(String reference) implements Handed {}

        /// It was certainly not taken; another time it may be.
        record Later(String why) implements Handed {}

        /// It was not taken and never will be.
        record Refused(String why) implements Handed {}

        /// Whether it was taken we were not told.
        record Unclear(String why) implements Handed {}
    }

    /// Whether a message was taken of which we had no answer.
    sealed interface Sought {
        /// @param reference what the carrier calls it
        record Found(String reference) implements Sought {}

        /// It never got there.
        record NotThere() implements Sought {}

        /// That we were not told either.
        record NoAnswer(String why) implements Sought {}
    }

    /// How a message stands that the carrier has taken.
    sealed interface Fate {
        record OnItsWay() implements Fate {}

        record Delivered() implements Fate {}

        /// The carrier has given up for now; another time it may arrive.
        record NotNow(String why) implements Fate {}

        /// It will never arrive there.
        record Never(String why) implements Fate {}

        record NoAnswer() implements Fate {}

        /// The carrier says nothing more of it.
        record Forgotten() implements Fate {}
    }

    /// By which it is known again, when another carries what comes later.
    String name();

    Handed hand(Reference reference, Email email);

    /// Whether it has this message. One that cannot be asked says that it is not there.
    Sought seek(Reference reference);

    /// Whether it can be asked what became of what it has taken.
    default boolean isFollowed() {
        return false;
    }

    /// @param carriers what the carrier calls it
    default Fate look(String carriers) {
        return new Fate.Forgotten();
    }
}
