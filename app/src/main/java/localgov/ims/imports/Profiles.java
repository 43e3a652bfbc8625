package localgov.ims.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import localgov.ims.formats.profiles.Profile;
import localgov.ims.formats.profiles.ProfileReader;
import localgov.ims.formats.profiles.ShippedProfiles;
import localgov.ims.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The descriptions of files that are in use: those that come with the system, and the council's own, which take the
/// place of others with their code.
@Component
class Profiles {
    private final JdbcClient db;

    Profiles(JdbcClient db) {
        this.db = db;
    }

    private record Own(String code, String name, String definition, long version) {}

    /// What files are read by.
    ///
    /// @param inUse in the order of their names
    /// @param own the codes of those that the council made itself
    /// @param unreadable the council's own that this release does not understand. What comes with the system under
    /// the same code is then not used either: it may put the money of a file elsewhere.
    record Known(List<Profile> inUse, Set<String> own, List<Unreadable> unreadable) {}

    record Unreadable(String code, String name) {}

    List<Profile> inUse() {
        return known().inUse();
    }

    Known known() {
        var byCode = new LinkedHashMap<String, Profile>();
        var codes = new HashSet<String>();
        var unreadable = new ArrayList<Unreadable>();
        ShippedProfiles.all().forEach(profile -> byCode.put(profile.code(), profile));
        for (var own : own()) {
            codes.add(own.code());
            if (Profile.read(own.definition()) instanceof Profile.Reading.Good(var profile)) {
                byCode.put(own.code(), named(profile, own));
            } else {
                byCode.remove(own.code());
                unreadable.add(new Unreadable(own.code(), own.name()));
            }
        }
        var inUse = byCode.values().stream()
                .sorted(Comparator.comparing(Profile::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new Known(inUse, codes, unreadable);
    }

    private List<Own> own() {
        return Rows.of(db.sql("""
                        select code, name, definition, version
                          from imports_description
                         where open
                           and retired_at is null
                         order by code
                        """).query(Own.class));
    }

    /// Code and name are those under which it is kept, and each change that was agreed to is a version.
    private static Profile named(Profile profile, Own own) {
        return new Profile(
                profile.language(),
                own.code(),
                Math.toIntExact(own.version()),
                own.name(),
                profile.description(),
                profile.money(),
                profile.shape(),
                profile.records());
    }

    Optional<Profile> find(String code) {
        return inUse().stream().filter(profile -> profile.code().equals(code)).findFirst();
    }

    /// Those by which the beginning of a file reads without a problem. Where there are none, the only one by which
    /// some of it reads: it can then say which rows are wrong.
    ///
    /// @param head as [ProfileReader#fits] wants it
    List<Profile> fitting(byte[] head) {
        var tried = inUse().stream().collect(Collectors.groupingBy(profile -> ProfileReader.tried(profile, head)));
        var wholly = tried.getOrDefault(ProfileReader.Fit.WHOLLY, List.of());
        var partly = tried.getOrDefault(ProfileReader.Fit.PARTLY, List.of());
        return wholly.isEmpty() && partly.size() == 1 ? partly : wholly;
    }
}
