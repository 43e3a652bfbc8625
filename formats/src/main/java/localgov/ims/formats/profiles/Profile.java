package localgov.ims.formats.profiles;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A description of a kind of file that somebody can write without programming: how its rows are made, which kinds of
/// row there are, and where what is needed stands in them. It is data: kept, compared, shared and read as JSON.
/// [ProfileReader] reads files by it, and [ShippedProfiles] has those that come with the system.
///
/// @param language the version of the language of profiles, [#LANGUAGE]
/// @param code small letters, digits and hyphens; the same for all versions of a profile
/// @param version counted up whenever the profile changes
/// @param name what people call the file
/// @param description what it is, and what is not certain about it
/// @param money where the money of its entries is; a profile that does not say so has a fault
/// @param records the kinds of row; the first that fits takes a row
public record Profile(
        int language,
        String code,
        int version,
        String name,
        String description,
        @Nullable ProfileMoney money,
        ProfileShape shape,
        List<ProfileRecord> records) {

    /// The version of the language that is understood here.
    public static final int LANGUAGE = 1;

    /// The most characters that a code has.
    public static final int LONGEST_CODE = 41;

    /// The most characters that a name has.
    public static final int LONGEST_NAME = 100;

    public Profile {
        records = List.copyOf(records);
    }

    /// The names of the comparisons in which amounts are added up, and not rows counted.
    public Set<String> totalsOfMoney() {
        return ProfileTree.all(this, ProfileTotal.class).stream()
                .filter(total -> !total.of().counts())
                .map(ProfileTotal::check)
                .collect(Collectors.toSet());
    }

    /// Where the money of its entries is. Only of a profile without faults.
    public ProfileMoney standing() {
        return Objects.requireNonNull(money, "A profile without faults says where its money is");
    }

    /// What became of reading a profile.
    public sealed interface Reading {
        /// It can be used.
        record Good(Profile profile) implements Reading {}

        /// It cannot, for these reasons, of which there is at least one.
        record Bad(List<ProfileFault> faults) implements Reading {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /// Reads a profile and says everything that is wrong with it.
    public static Reading read(String json) {
        var reading = new ProfileJson();
        var profile = reading.read(json);
        if (profile == null) {
            return new Reading.Bad(reading.faults());
        }
        var faults = profile.faults();
        return faults.isEmpty() ? new Reading.Good(profile) : new Reading.Bad(faults);
    }

    /// What is wrong with it; empty when files can be read by it.
    public List<ProfileFault> faults() {
        return new ProfileRules(this).faults();
    }

    /// The profile as JSON, the same text for the same profile.
    public String json() {
        return ProfileJson.write(this);
    }
}
