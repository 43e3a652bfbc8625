package localgov.ims.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import localgov.ims.WithCouncil;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/// The whole application behind a real port, because what is tested is the line itself.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithCouncil
@ExtendWith(WatchedRequests.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface OnAPort {}
