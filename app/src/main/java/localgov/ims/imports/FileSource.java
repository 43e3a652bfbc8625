package localgov.ims.imports;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import localgov.ims.formats.Check;
import localgov.ims.formats.FileFormat;
import org.jspecify.annotations.Nullable;

/// Where files come from, and what the council expects of them.
///
/// @param profile the code of the description by which its files are read; empty when their content is to tell
/// @param bankAccount the code of the account that its statements are about; nothing when they may be about any
/// @param method the method of payment that its lines get; nothing for the usual one
/// @param names of its files, with `*` for anything
/// @param days on which a file is expected
/// @param dueBy the time in London by which it is expected on such a day; nothing when any time will do
/// @param contact who to ask; empty when nobody is named
record FileSource(
        String code,
        String name,
        @Nullable FileFormat format,
        String profile,
        @Nullable String bankAccount,
        @Nullable String method,
        List<String> names,
        boolean totalsMustTie,
        Set<DayOfWeek> days,
        @Nullable LocalTime dueBy,
        String contact,
        boolean open) {
    /// A file of another format than is expected from here.
    ///
    /// @param read the format of banks that it has, if it has one
    /// @param words what people call what it was found to be; nothing when it is nothing known
    Optional<Check> otherFormat(@Nullable FileFormat read, @Nullable String words) {
        return format == null || words == null || read == format
                ? Optional.empty()
                : Optional.of(new Check(
                        "format", words, "expected from its source: " + format.words(), false, Check.Policy.BLOCK));
    }

    static List<String> names(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(",")).map(String::strip).toList();
    }

    /// Whether a file of this name comes from here; capital and small letters are alike.
    boolean sends(String fileName) {
        return names.stream().anyMatch(name -> NamesAlike.fits(name, fileName));
    }
}
