package localgov.ims.catalogue.pages;

import java.util.List;

/// What is weak in the reference formats of all funds together.
///
/// @param apart how many pairs of funds share no reference, in words
/// @param blind whether some fund can tell no wrong reference
public record ReferenceDoctorPage(List<Clash> clashes, String apart, List<Health> health, boolean blind) {

    /// @param example empty where none was found, which is no proof that there is none
    /// @param first which of the two is asked first
    public record Clash(String example, String first, String other) {}

    /// @param digits of wrong digits, the share that is noticed
    /// @param swaps of neighbours that changed places, the share that is noticed
    /// @param unnoticed an example of a slip that nobody notices
    /// @param blind nobody can know whether such a reference exists
    public record Health(
            String fund,
            String checkDigit,
            String listed,
            String digits,
            String swaps,
            String unnoticed,
            boolean blind) {}
}
