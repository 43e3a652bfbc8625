package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A reference that somebody tries out, and every rule of a format that it breaks.
///
/// @param kept as it would be kept
/// @param wrong the places that are wrong, counted from 0
/// @param faults none when it passes
record Sample(String typed, String kept, SortedSet<Integer> wrong, List<Fault> faults) {

    /// A rule that is broken.
    sealed interface Fault {
        record Length(int shortest, int longest, int length) implements Fault {}

        /// Characters that no reference may have.
        record Characters(String strange) implements Fault {}

        record Starts(List<String> with) implements Fault {}

        record Pattern(String pattern) implements Fault {}

        /// @param place counted from 1
        /// @param wanted the mask's sign for it
        record Place(int place, char found, char wanted) implements Fault {}

        /// @param expected what would be right here; none when nothing would
        record CheckDigit(List<String> expected, String found) implements Fault {}
    }

    boolean passes() {
        return faults.isEmpty();
    }

    static Sample of(ReferenceFormat format, String typed) {
        var kept = format.kept(typed);
        var wrong = new TreeSet<Integer>();
        var faults = new ArrayList<Fault>();
        var shape = format.shape();
        if (kept.length() < shape.shortest() || kept.length() > shape.longest()) {
            faults.add(new Fault.Length(shape.shortest(), shape.longest(), kept.length()));
        }
        strange(format, kept, wrong, faults);
        if (!format.starts(kept, 0, kept.length())) {
            faults.add(new Fault.Starts(format.rules().starts()));
        }
        if (!format.matches(kept, 0, kept.length())) {
            faults.add(new Fault.Pattern(format.rules().pattern()));
        }
        places(format, kept, wrong, faults);
        var check = format.rules().checkDigit();
        if (faults.isEmpty() && check != null && !format.fits(kept)) {
            check(check, kept, format.checkAt(kept.length()), wrong, faults);
        }
        return new Sample(typed, kept, wrong, List.copyOf(faults));
    }

    private static void strange(ReferenceFormat format, String kept, SortedSet<Integer> wrong, List<Fault> faults) {
        var strange = new StringBuilder();
        for (int i = 0; i < kept.length(); i++) {
            if (!format.characters().has(kept.charAt(i))) {
                wrong.add(i);
                if (strange.indexOf(kept.substring(i, i + 1)) < 0) {
                    strange.append(kept.charAt(i));
                }
            }
        }
        if (!strange.isEmpty()) {
            faults.add(new Fault.Characters(strange.toString()));
        }
    }

    private static void places(ReferenceFormat format, String kept, SortedSet<Integer> wrong, List<Fault> faults) {
        if (format.rules().mask().isEmpty()) {
            return;
        }
        var mask = new Mask(format.rules().mask());
        for (int i = 0; i < Math.min(kept.length(), mask.longest()); i++) {
            if (!mask.at(i).has(kept.charAt(i))) {
                wrong.add(i);
                faults.add(new Fault.Place(i + 1, kept.charAt(i), mask.sign(i)));
            }
        }
    }

    /// What a check digit by itself says of a text.
    ///
    /// @param at where the check character stands
    static Sample of(CheckDigit check, String typed, int at) {
        var kept = bare(typed);
        var wrong = new TreeSet<Integer>();
        var faults = new ArrayList<Fault>();
        if (kept.isEmpty() || !check.holds(kept, 0, kept.length(), at)) {
            check(check, kept, at, wrong, faults);
        }
        return new Sample(typed, kept, wrong, List.copyOf(faults));
    }

    /// Capital letters without spaces and hyphens.
    static String bare(String typed) {
        return Mask.upper(typed).replaceAll("[\\s\\p{Z}-]", "");
    }

    private static void check(CheckDigit check, String kept, int at, SortedSet<Integer> wrong, List<Fault> faults) {
        var places = Expected.places(check, kept.length(), at);
        places.forEach(wrong::add);
        faults.add(new Fault.CheckDigit(
                Expected.of(check, kept, at),
                places.isEmpty() ? "" : kept.substring(places.getFirst(), places.getLast() + 1)));
    }
}
