package localgov.ims.formats.profiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a day is written.
///
/// @param formats the ways that are tried in order. `d` and `M` are one or two digits, `dd` and `MM` two, `MMM` the
/// first
///     letters of an English month, `MMMM` its whole name, `yy` and `yyyy` the year, `DDD` the day of the year, `HH`,
///     `mm` and `ss` a time that does not matter, `*` everything that follows; `serial` is a spreadsheet's number
/// @param century the first year that two digits can mean; 1980 when left out
public record ProfileDay(
        ProfileText value, List<String> formats, @Nullable Integer century) {

    public ProfileDay {
        formats = List.copyOf(formats);
    }
}
