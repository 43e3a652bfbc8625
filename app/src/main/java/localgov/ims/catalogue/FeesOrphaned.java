package localgov.ims.catalogue;

import java.util.List;
import localgov.ims.settings.Consequence;
import localgov.ims.settings.Phrase;
import localgov.ims.settings.Settings;
import org.springframework.stereotype.Component;

/// Fees that the council bears on an account which its fund would no longer take. They name no payer, so whoever looks
/// sees the accounts whole.
@Component
class FeesOrphaned implements KnownReferences {
    private final Settings settings;

    FeesOrphaned(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Consequence> orphanedBy(Reforming reforming) {
        var fund = reforming.fund();
        var count = reforming.new Count(true);
        settings.list(FeeData.FEES).stream()
                .filter(fee -> !fee.isRetired() && fee.value("fund").equals(fund.code()))
                .forEach(fee -> count.add(fee.value("account")));
        return List.of(count.as(Phrase.both(
                "Fees borne by accounts of %s that it would no longer take".formatted(fund.name()),
                "Ffioedd a delir o gyfrifon %s na fyddai’n eu derbyn mwyach".formatted(fund.nameInWelsh()))));
    }
}
