package localgov.ims.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.platform.pages.Brand;
import localgov.ims.platform.pages.BrandOnPages;
import localgov.ims.platform.words.Words;
import org.springframework.stereotype.Component;

/// The council's own look, on every page of it.
@Component
class OrganisationOnPages implements BrandOnPages {
    private final Organisation organisation;

    OrganisationOnPages(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Optional<Brand> brand(Words words) {
        return CurrentCouncil.optional().map(_ -> brand(organisation.now(), words));
    }

    private static Brand brand(Organisation.Snapshot now, Words words) {
        var details = now.details();
        var otherWays = words.either(details.say("other_ways"), details.say("other_ways_cy"));
        return new Brand(
                words.either(details.say("name"), details.say("name_cy")),
                words.either(details.say("strapline"), details.say("strapline_cy")),
                now.logo()
                        .map(logo ->
                                new Brand.Logo(logo.address(), logo.width(), logo.height(), details.logoSaysName()))
                        .orElse(null),
                details.colours().map(Colours::address).orElse(null),
                details.address(),
                details.say("phone"),
                details.say("email"),
                details.vatNumber(),
                otherWays.isEmpty() ? null : otherWays,
                links(details, words));
    }

    private static List<Brand.Link> links(Details details, Words words) {
        var links = new ArrayList<Brand.Link>();
        for (var column : List.of("other_ways", "accessibility", "privacy", "website")) {
            var href = words.either(details.say(column), details.say(column + "_cy"));
            if (!href.isEmpty()) {
                links.add(new Brand.Link(words.say("organisation.link." + column), href));
            }
        }
        return links;
    }
}
