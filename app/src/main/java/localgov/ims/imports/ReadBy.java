package localgov.ims.imports;

import java.util.List;
import localgov.ims.formats.FileFormat;
import localgov.ims.formats.bacs.BacsReport;
import localgov.ims.formats.profiles.Profile;

/// By what a file is read. It is never guessed: where more than one description fits, a person chooses.
sealed interface ReadBy {

    /// A format of banks, known by its content.
    record Format(FileFormat format) implements ReadBy {}

    /// A report from Bacs, which tells of returns and instructions and brings no money of its own.
    record Report(BacsReport report) implements ReadBy {}

    /// A description: chosen by a person, named by the file's source, or the only one that fits.
    record Described(Profile profile) implements ReadBy {}

    /// Several descriptions fit, at least two.
    record Several(List<Profile> profiles) implements ReadBy {}

    /// The description that was chosen, or that its source names, is not in use any more.
    record NotInUse(String profile) implements ReadBy {}

    /// Nothing that is known.
    record Unknown() implements ReadBy {}
}
