package localgov.ims.backoffice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import localgov.ims.people.CurrentCaller;
import localgov.ims.people.Person;
import localgov.ims.platform.pages.PersonFace;
import localgov.ims.platform.pages.PersonOnPages;
import org.springframework.stereotype.Component;

/// Tells pages who is signed in.
@Component
class SignedInFace implements PersonOnPages {
    private static final String SIGN_OUT = "/office/sign-out";

    @Override
    public Optional<PersonFace> on(HttpServletRequest request) {
        return CurrentCaller.optional()
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .map(person -> new PersonFace(person.name(), SIGN_OUT));
    }
}
