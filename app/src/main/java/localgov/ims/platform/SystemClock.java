package localgov.ims.platform;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one place where the time comes from; tests put their own in its stead.
@Configuration(proxyBeanMethods = false)
class SystemClock {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
