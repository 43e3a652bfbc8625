package localgov.ims.assurance.pages;

import java.util.List;

/// Who could do both halves of what, and who did.
///
/// @param since the first day that is looked at
/// @param duties pairs of things that one person should not do alone
/// @param pairs who approved whose requests
/// @param journals who moved money inside, and how much of it somebody approved
public record DutiesPage(String since, List<Duty> duties, List<Pair> pairs, List<Journals> journals) {
    /// @param title both halves in one line
    /// @param could who may do both
    /// @param did who did both
    public record Duty(String title, String one, String other, List<String> could, List<Did> did) {}

    /// @param ones how often the one half, and where that is to be seen
    public record Did(String who, String ones, String onesHref, String others, String othersHref) {}

    /// @param mutual whether they also approve the other way round
    public record Pair(String asked, String approved, String times, String latest, String href, boolean mutual) {}

    public record Journals(String who, String entered, String approved, String alone) {}
}
