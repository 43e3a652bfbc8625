package localgov.ims.settings;

import java.util.Optional;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Request;
import org.springframework.stereotype.Component;

/// A file of entries of a type that needs two people.
@Component
class FileApproval implements SettingsApproval {
    private final Entries entries;
    private final Asking asking;
    private final SettingsFiles files;

    FileApproval(Entries entries, Asking asking, SettingsFiles files) {
        this.entries = entries;
        this.asking = asking;
        this.files = files;
    }

    @Override
    public String name() {
        return Asking.FILE;
    }

    @Override
    public String words() {
        return "settings.approval.file";
    }

    @Override
    public Optional<String> evidence(Request request) {
        return entries.named(request.subject()).map(SettingsPaths::list);
    }

    @Override
    public Carried carryOut(Request request) {
        var wished = asking.wishedFile(request);
        var data = entries.named(wished.type());
        if (data.isEmpty()) {
            return new Carried.Stale("There is no such type of reference data any more.");
        }
        return files.carry(data.get(), wished.content(), wished.state(), by(request)) instanceof Applied.Done
                ? new Carried.Done()
                : new Carried.Stale("Something changed after the differences of the file had been looked at.");
    }
}
