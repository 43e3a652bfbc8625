package localgov.ims.formats.profiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is so for some rows. Capitals do not count.
public sealed interface ProfileCondition {

    /// All of these.
    record All(List<ProfileCondition> all) implements ProfileCondition {
        public All {
            all = List.copyOf(all);
        }
    }

    /// At least one of these.
    record Any(List<ProfileCondition> any) implements ProfileCondition {
        public Any {
            any = List.copyOf(any);
        }
    }

    /// Not this.
    record Not(ProfileCondition not) implements ProfileCondition {}

    /// It is this row of the file, counted from 1, blank ones included.
    record Row(int row) implements ProfileCondition {}

    /// A text passes the one test that is given.
    ///
    /// @param digits whether it is made of digits and of nothing else
    /// @param amount whether it is an amount in figures
    record Test(
            ProfileText value,
            @Nullable String is,
            List<String> oneOf,
            @Nullable String startsWith,
            @Nullable String endsWith,
            @Nullable String contains,
            @Nullable Boolean empty,
            @Nullable Boolean digits,
            @Nullable Boolean amount)
            implements ProfileCondition {
        public Test {
            oneOf = List.copyOf(oneOf);
        }
    }
}
