package localgov.ims.staff;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.stream.Stream;
import localgov.ims.catalogue.Catalogue;
import localgov.ims.govuk.Option;
import localgov.ims.people.Needs;
import localgov.ims.people.Permission;
import localgov.ims.people.Role;
import localgov.ims.people.Roles;
import localgov.ims.people.Routes;
import localgov.ims.platform.pages.Answers;
import localgov.ims.platform.pages.OfficeFrame;
import localgov.ims.platform.pages.Page;
import localgov.ims.staff.pages.MatrixPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Which address of this system opens to which role, read from the system as it runs.
@Controller
@Needs({Permission.SEE_AUDIT, Permission.MANAGE_PEOPLE})
class MatrixScreens {
    private final Templates templates;
    private final Routes routes;
    private final Roles roles;
    private final Catalogue catalogue;

    MatrixScreens(Templates templates, Routes routes, Roles roles, Catalogue catalogue) {
        this.templates = templates;
        this.routes = routes;
        this.roles = roles;
        this.catalogue = catalogue;
    }

    @GetMapping(Links.MATRIX)
    View matrix(@RequestParam(name = "role", defaultValue = "") String only, OfficeFrame frame) {
        var words = frame.words();
        var naming = new Naming(catalogue.now(), words);
        var all = roles.all().stream().filter(role -> !role.retired()).toList();
        var columns = all.stream()
                .filter(role -> only.isEmpty() || role.code().equals(only))
                .toList();
        var every = routes.all();
        var page = new MatrixPage(
                every.stream().map(route -> row(route, columns, naming)).toList(),
                columns.stream().map(naming::role).toList(),
                Stream.concat(
                                Stream.of(Option.of("", words.say("staff.matrix.all-roles"))),
                                all.stream().map(role -> Option.of(role.code(), naming.role(role))))
                        .toList(),
                words.count("staff.matrix.count", every.size()),
                Links.among(words, Links.MATRIX));
        var answers = Answers.none(words).with("role", only);
        return Page.of(templates.staffMatrix(page, answers, frame));
    }

    private static MatrixPage.Row row(Routes.Route route, List<Role> columns, Naming naming) {
        return new MatrixPage.Row(
                route.method(),
                route.path(),
                who(route, naming),
                columns.stream().map(role -> route.opensTo(role.permissions())).toList());
    }

    private static String who(Routes.Route route, Naming naming) {
        var words = naming.words();
        return route.open()
                .map(why -> words.say("staff.matrix.everybody", why))
                .orElseGet(() -> route.anyOf().isEmpty()
                        ? words.say("staff.matrix.nobody")
                        : String.join("; ", naming.permissions(route.anyOf())));
    }
}
