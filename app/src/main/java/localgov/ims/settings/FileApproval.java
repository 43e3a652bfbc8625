package localgov.ims.settings;

import java.util.List;
import java.util.Optional;
import localgov.ims.approvals.Carried;
import localgov.ims.approvals.Effect;
import localgov.ims.approvals.Request;
import org.springframework.stereotype.Component;

/// A file of entries of a type that needs two people.
@Component
class FileApproval implements SettingsApproval {
    private static final Phrase OVERTAKEN = Phrase.both(
            "Something changed after the differences of the file had been looked at.",
            "Newidiodd rhywbeth ar ôl i rywun edrych ar wahaniaethau’r ffeil.");

    private final Entries entries;
    private final Asking asking;
    private final SettingsFiles files;
    private final Foreseeing foreseeing;

    FileApproval(Entries entries, Asking asking, SettingsFiles files, Foreseeing foreseeing) {
        this.foreseeing = foreseeing;
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
    public List<Effect> effects(Request request) {
        var wished = asking.wishedFile(request);
        return entries
                .named(wished.type())
                .map(data -> foreseeing.of(
                        data,
                        files.preview(data, wished.content(), request.asked().signature())))
                .orElse(List.of())
                .stream()
                .map(SettingsApproval::effect)
                .toList();
    }

    @Override
    public Carried carryOut(Request request) {
        var wished = asking.wishedFile(request);
        var data = entries.named(wished.type());
        if (data.isEmpty()) {
            return SettingsApproval.stale(ChangeApproval.NO_TYPE);
        }
        return files.carry(data.get(), wished.content(), wished.state(), by(request)) instanceof Applied.Done
                ? new Carried.Done()
                : SettingsApproval.stale(OVERTAKEN);
    }
}
