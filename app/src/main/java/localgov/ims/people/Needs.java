package localgov.ims.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What it takes to ask for this screen or this call: any one of these permissions. On a class it holds
/// for each of its methods that says nothing itself. Under `/office` and `/api`, a door that says
/// nothing opens to nobody.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission[] value();
}
