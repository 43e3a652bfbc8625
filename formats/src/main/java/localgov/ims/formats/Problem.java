package localgov.ims.formats;

import org.jspecify.annotations.Nullable;

/// What is wrong with a file, where, and what to do about it.
///
/// @param line the physical line, counted from 1; 0 when it is about the file as a whole
/// @param column the column, counted from 1
/// @param value what stands there, cut to sixty characters. It may be personal: show it to those who may see the
/// file,
///     and never write it to a log
/// @param problem a full sentence without the value
public record Problem(
        long line, @Nullable Integer column, @Nullable String value, String problem) {

    private static final int LONGEST_VALUE = 60;

    public Problem {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE - 1) + "…";
        }
    }

    /// About the file as a whole.
    public static Problem of(String problem) {
        return new Problem(0, null, null, problem);
    }
}
