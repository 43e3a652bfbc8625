package localgov.ims.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localgov.ims.TestCouncil;
import localgov.ims.councils.CurrentCouncil;
import localgov.ims.kernel.Digest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/// Somebody with exactly these permissions, perhaps within limits: a person of a role of their own, or a program
/// with a key of its own. They are made in the class's own database when they are first needed.
public final class Somebody {
    private Somebody() {}

    /// `mvc.get().uri("/office/receipts").with(Somebody.who(Limits.toFunds("23"), SEE_RECEIPTS))`
    public static RequestPostProcessor who(Limits limits, Permission... permissions) {
        return request -> {
            var application = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            var email = CurrentCouncil.within(
                    TestCouncil.ALDERMERE, () -> person(application, Set.of(permissions), limits));
            return SignedInAs.person(email).postProcessRequest(request);
        };
    }

    /// A person who was given several roles, each within limits of its own.
    public static RequestPostProcessor holding(Held first, Held second) {
        return request -> {
            var application = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            var email = CurrentCouncil.within(TestCouncil.ALDERMERE, () -> {
                var address = name(first) + name(second) + "@demo.example";
                var people = application.getBean(People.class);
                if (people.addHashed(address, "Somebody", "{noop}nothing", "system")
                        instanceof People.Added.Now(var person)) {
                    give(application, person, first);
                    give(application, person, second);
                }
                return address;
            });
            return SignedInAs.person(email).postProcessRequest(request);
        };
    }

    /// A program with a key that gives just this.
    public static RequestPostProcessor program(Limits limits, Permission... permissions) {
        return request -> {
            var application = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            var held = new Held(Set.of(permissions), limits);
            CurrentCouncil.within(TestCouncil.ALDERMERE, () -> key(application, held));
            request.addHeader("Authorization", "Bearer " + name(held));
            return request;
        };
    }

    private static String person(ApplicationContext application, Set<Permission> permissions, Limits limits) {
        var held = new Held(permissions, limits);
        var people = application.getBean(People.class);
        var email = name(held) + "@demo.example";
        if (people.addHashed(email, "Somebody", "{noop}nothing", "system") instanceof People.Added.Now(var person)) {
            give(application, person, held);
        }
        return email;
    }

    private static void give(ApplicationContext application, Person person, Held held) {
        var code = "r" + Digest.hex(list(held.permissions())).substring(0, 20);
        application
                .getBean(RoleStore.class)
                .add(new Role(code, code, code, code, code, held.permissions(), false, 1, false));
        var now = TestCouncil.FRIDAY.minusSeconds(86_400);
        application
                .getBean(GrantStore.class)
                .add(person.id(), code, held.limits(), localgov.ims.kernel.London.dayOf(now), null, null, now);
    }

    private static boolean key(ApplicationContext application, Held held) {
        var keys = application.getBean(ApiKeys.class);
        if (keys.holderOf(name(held)).isEmpty()) {
            keys.add(name(held), name(held), held);
        }
        return true;
    }

    private static String name(Held held) {
        return "s" + Digest.hex(list(held.permissions()) + held.limits().text()).substring(0, 20);
    }

    private static String list(Set<Permission> permissions) {
        return permissions.stream().map(Permission::name).sorted().collect(Collectors.joining(" "));
    }

    /// Everything but these.
    static Permission[] allBut(Permission... taken) {
        return Stream.of(Permission.values())
                .filter(one -> !List.of(taken).contains(one))
                .toArray(Permission[]::new);
    }
}
