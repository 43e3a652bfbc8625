package localgov.ims.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the gate for a second factor before the gate for permissions, and the one for a fresh proof behind it.
@Configuration(proxyBeanMethods = false)
class AccessSetup implements WebMvcConfigurer {
    private static final int BEFORE_PERMISSIONS = -10;
    private static final int BEHIND_PERMISSIONS = 10;

    private final SecondFactorGate secondFactor;
    private final FreshSignInGate gate;

    AccessSetup(SecondFactorGate secondFactor, FreshSignInGate gate) {
        this.secondFactor = secondFactor;
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(secondFactor)
                .addPathPatterns("/office", "/office/**")
                .order(BEFORE_PERMISSIONS);
        registry.addInterceptor(gate).addPathPatterns("/office/**").order(BEHIND_PERMISSIONS);
    }
}
