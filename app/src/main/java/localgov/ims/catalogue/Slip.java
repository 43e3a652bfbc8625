package localgov.ims.catalogue;

/// What probably went wrong when somebody copied a reference that does not fit. It is told from the form of
/// references alone, so it says nothing of who has which, or whether anybody has.
public sealed interface Slip {

    /// These two neighbours may have changed places: no other swap of neighbours makes the check digit hold.
    ///
    /// @param at the place of the first, from 1
    record Swapped(int at, char first, char second) implements Slip {}

    /// A character that looks like another stands where only the other may.
    ///
    /// @param at its place, from 1
    record LooksAlike(int at, char typed, char meant) implements Slip {}

    /// Only the check digit does not hold, and no place stands out.
    record Somewhere() implements Slip {}
}
