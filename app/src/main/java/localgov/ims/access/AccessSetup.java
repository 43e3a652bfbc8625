package localgov.ims.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the gate for a fresh proof behind the gate for permissions.
@Configuration(proxyBeanMethods = false)
class AccessSetup implements WebMvcConfigurer {
    private static final int BEHIND_PERMISSIONS = 10;

    private final FreshSignInGate gate;

    AccessSetup(FreshSignInGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).addPathPatterns("/office/**").order(BEHIND_PERMISSIONS);
    }
}
