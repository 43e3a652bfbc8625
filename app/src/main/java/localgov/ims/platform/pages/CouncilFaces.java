package localgov.ims.platform.pages;

import java.util.Optional;
import localgov.ims.platform.words.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The current council as it wants to be shown in one language: what the register of councils has, and over it what
/// the council says of itself.
@Component
public final class CouncilFaces {
    private final CouncilOnPages council;
    private final Optional<BrandOnPages> brand;

    @Autowired
    CouncilFaces(
            ObjectProvider<CouncilOnPages> council,
            ObjectProvider<BrandOnPages> brand,
            @Value("${ims.council-name:Your council}") String councilName,
            @Value("${ims.demo:false}") boolean demo) {
        this(
                council.getIfAvailable(() -> () -> new CouncilFace(councilName, demo)),
                Optional.ofNullable(brand.getIfAvailable()));
    }

    private CouncilFaces(CouncilOnPages council, Optional<BrandOnPages> brand) {
        this.council = council;
        this.brand = brand;
    }

    /// As the register alone has it.
    public static CouncilFaces plain(CouncilOnPages council) {
        return new CouncilFaces(council, Optional.empty());
    }

    public CouncilFace in(Words words) {
        var plain = council.face();
        return brand.flatMap(known -> known.brand(words)).map(plain::in).orElse(plain);
    }
}
