package localgov.ims.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import localgov.ims.councils.Councils;
import localgov.ims.platform.ImsSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// While demonstration credentials exist, only this machine can reach the server. A start that would
/// let the world in with a password everybody knows is refused.
@Configuration(proxyBeanMethods = false)
class DemoStaysHome {
    private static final String HOME = "127.0.0.1";

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackWhileDemo(
            ImsSettings settings, @Value("${server.address:" + HOME + "}") String asked) {
        return new Loopback(settings.demo(), asked);
    }

    @Bean
    SmartInitializingSingleton noDemoPeopleInProduction(ImsSettings settings, Councils councils, DemoPeople demo) {
        return () -> {
            if (!settings.demo()) {
                councils.each(council -> refuseIfThere(council.value(), demo));
            }
        };
    }

    private static void refuseIfThere(String council, DemoPeople demo) {
        if (demo.areThere()) {
            throw new IllegalStateException(
                    "The council %s holds demonstration people or keys, whose passwords everybody knows. LocalGov IMS starts on this database only with IMS_DEMO=true."
                            .formatted(council));
        }
    }

    /// Runs after the framework has applied `server.address`.
    record Loopback(boolean demo, String asked)
            implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
        @Override
        public void customize(ConfigurableWebServerFactory server) {
            if (!demo) {
                return;
            }
            try {
                if (!InetAddress.getByName(asked).isLoopbackAddress()) {
                    throw new IllegalStateException(
                            "A demonstration listens on this machine only: remove server.address=" + asked);
                }
                server.setAddress(InetAddress.getByName(asked));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
