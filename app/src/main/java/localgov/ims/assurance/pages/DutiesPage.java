package localgov.ims.assurance.pages;

import java.util.List;

/// Who could do both halves of what, and who did.
///
/// @param since the first day that is looked at
/// @param duties pairs of things that one person should not do alone
/// @param kinds the same for each kind of thing that takes two people
/// @param pairs who approved whose requests
/// @param journals who moved money inside, and how much of it somebody approved
public record DutiesPage(String since, List<Duty> duties, List<Kind> kinds, List<Pair> pairs, List<Journals> journals) {
    /// @param title both halves in one line
    /// @param could who may do both
    /// @param did who did both
    public record Duty(String title, String one, String other, List<String> could, List<Did> did) {}

    /// @param ones how often the one half, and where that is to be seen
    public record Did(String who, String ones, String onesHref, String others, String othersHref) {}

    /// @param needs what it takes to ask and to approve
    /// @param could who may do both today
    public record Kind(String name, String needs, List<String> could, List<Halves> did) {}

    /// @param askedOn the day, or the first and the latest
    /// @param inPlace how often they approved in somebody's place, in words; empty when never
    /// @param same about how many things they did both
    public record Halves(
            String who,
            String asked,
            String askedOn,
            String approved,
            String approvedOn,
            String inPlace,
            String same,
            String href) {}

    /// @param mutual whether they also approve the other way round
    public record Pair(String asked, String approved, String times, String latest, String href, boolean mutual) {}

    public record Journals(String who, String entered, String approved, String alone) {}
}
