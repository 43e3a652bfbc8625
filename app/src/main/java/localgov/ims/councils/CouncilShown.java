package localgov.ims.councils;

import java.time.Duration;
import java.time.InstantSource;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.pages.CouncilFace;
import localgov.ims.platform.pages.CouncilOnPages;
import org.springframework.stereotype.Component;

/// Tells pages whose they are. A request that came to no council's door is told nothing but the product's name.
@Component
class CouncilShown implements CouncilOnPages {
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final CouncilCache<CouncilFace> faces;
    private final CouncilFace nobody;

    CouncilShown(Councils councils, ImsSettings settings, InstantSource clock) {
        this.nobody = new CouncilFace("LocalGov IMS", settings.demo());
        this.faces = new CouncilCache<>(clock, MOMENT, () -> face(councils));
    }

    @Override
    public CouncilFace face() {
        return CurrentCouncil.optional().isPresent() ? faces.get() : nobody;
    }

    private CouncilFace face(Councils councils) {
        return councils.all().stream()
                .filter(council -> council.id().equals(CurrentCouncil.id()))
                .findFirst()
                .map(council -> new CouncilFace(council.name(), council.demo() || nobody.demo()))
                .orElse(nobody);
    }
}
