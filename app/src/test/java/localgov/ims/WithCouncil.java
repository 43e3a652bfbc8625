package localgov.ims;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole application in one process with a database of the class's own. Autowire `MockMvcTester`,
/// front doors, `JdbcClient`. Requests come to the council Aldermere by themselves; other calls run
/// within `CurrentCouncil.within(TestCouncil.ALDERMERE, …)`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SpringCouncil.class)
@SpringBootTest
@AutoConfigureMockMvc
@Import(SpringCouncil.Database.class)
@ContextConfiguration(initializers = TestDatabaseAddress.class)
public @interface WithCouncil {}
