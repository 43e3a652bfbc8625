package localgov.ims.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/// Looks at all funds' reference formats together: which references could be two services', and how many slips of the
/// pen go unnoticed.
final class ReferenceDoctor {
    private static final int REFERENCES = 200;
    private static final long SEED = 71_993;

    private ReferenceDoctor() {}

    /// Two funds of which one reference may be. The first is asked first.
    ///
    /// @param example a reference that both take; empty where none was found and none is proved not to be
    record Clash(Fund first, Fund other, Optional<String> example) {}

    /// A right reference, and a slip of the pen away from it another that is right as well.
    record Unnoticed(String meant, String written) {}

    /// How a fund's references stand up to slips of the pen.
    record Health(Fund fund, Strength strength, Optional<Unnoticed> unnoticed) {
        /// Nobody can know whether such a reference exists, and no check digit says so.
        boolean isBlind() {
            return !fund.accountMustExist()
                    && (fund.format() == null || !fund.format().hasCheckDigit());
        }
    }

    /// @param apart how many pairs of funds share no reference
    record Findings(List<Clash> clashes, int apart, List<Health> health) {}

    static Findings examine(List<Fund> all) {
        var funds = all.stream().filter(fund -> fund.format() != null).toList();
        var clashes = new ArrayList<Clash>();
        int apart = 0;
        for (int i = 0; i < funds.size(); i++) {
            for (int j = i + 1; j < funds.size(); j++) {
                var clash = clash(funds.get(i), funds.get(j));
                clash.ifPresent(clashes::add);
                apart += clash.isEmpty() ? 1 : 0;
            }
        }
        return new Findings(
                clashes, apart, funds.stream().map(ReferenceDoctor::health).toList());
    }

    private static Optional<Clash> clash(Fund first, Fund other) {
        return switch (Overlap.of(format(first), format(other))) {
            case Overlap.Both(var example) -> Optional.of(new Clash(first, other, Optional.of(example)));
            case Overlap.NotFound _ -> Optional.of(new Clash(first, other, Optional.empty()));
            case Overlap.Apart _ -> Optional.empty();
        };
    }

    private static ReferenceFormat format(Fund fund) {
        return Objects.requireNonNull(fund.format());
    }

    private static Health health(Fund fund) {
        return new Health(fund, Strength.of(format(fund)), unnoticed(format(fund)));
    }

    /// The first that is found: neighbours that change places, then one digit that is another.
    private static Optional<Unnoticed> unnoticed(ReferenceFormat format) {
        var maker = new ReferenceMaker(format, new SplittableRandom(SEED));
        for (int tried = 0; tried < REFERENCES; tried++) {
            var made = maker.next();
            var found = made.flatMap(meant -> swapped(format, meant).or(() -> wrong(format, meant)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Unnoticed> swapped(ReferenceFormat format, String meant) {
        for (int at = meant.length() - 2; at >= 0; at--) {
            char first = meant.charAt(at);
            char second = meant.charAt(at + 1);
            var written = meant.substring(0, at) + second + first + meant.substring(at + 2);
            if (first != second && format.fits(written)) {
                return Optional.of(new Unnoticed(meant, written));
            }
        }
        return Optional.empty();
    }

    private static Optional<Unnoticed> wrong(ReferenceFormat format, String meant) {
        for (int at = meant.length() - 1; at >= 0; at--) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var written = meant.substring(0, at) + digit + meant.substring(at + 1);
                if (CheckCharacters.isDigit(meant.charAt(at)) && digit != meant.charAt(at) && format.fits(written)) {
                    return Optional.of(new Unnoticed(meant, written));
                }
            }
        }
        return Optional.empty();
    }
}
