package localgov.ims.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import localgov.ims.catalogue.ReferenceDoctor.Findings;
import localgov.ims.councils.CouncilId;
import localgov.ims.councils.CurrentCouncil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What [ReferenceDoctor] found, kept for each council until a fund, a format or a check digit has another version:
/// looking at all pairs of funds takes long enough to be noticed.
@Repository
class DoctorsFindings {
    private final JdbcClient db;
    private final Map<CouncilId, Kept> kept = new ConcurrentHashMap<>();

    DoctorsFindings(JdbcClient db) {
        this.db = db;
    }

    private record Kept(String versions, Findings findings) {}

    /// @param funds as they are now
    Findings of(List<Fund> funds) {
        var council = CurrentCouncil.id();
        var versions = versions();
        return Optional.ofNullable(kept.get(council))
                .filter(known -> known.versions().equals(versions))
                .map(Kept::findings)
                .orElseGet(() -> {
                    var findings = ReferenceDoctor.examine(funds);
                    kept.put(council, new Kept(versions, findings));
                    return findings;
                });
    }

    /// Stands for everything that the findings follow from.
    private String versions() {
        return db.sql("""
                select md5(string_agg(concat_ws(':', kind, code, version, retired_at is null), ',' order by kind, code)) as value
                  from (select 'fund' as kind, code, version, retired_at from catalogue_fund
                        union all
                        select 'format', code, version, retired_at from catalogue_reference_format
                        union all
                        select 'check', code, version, retired_at from catalogue_check_digit) known
                """).query(String.class).optional().orElse("");
    }
}
