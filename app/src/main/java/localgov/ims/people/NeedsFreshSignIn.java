package localgov.ims.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Whoever asks for this must have shown who they are within the last ten minutes: where money leaves, where
/// somebody is given a right, where a way to sign in changes. Otherwise they are asked once more, and what they sent
/// is done when they have answered. A form with a file cannot be kept meanwhile: put it on the page with the form,
/// too.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsFreshSignIn {}
