package localgov.ims.platform.pages;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import localgov.ims.platform.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a controller simply ask for the [PortalFrame], the [OfficeFrame] or the [Words] of its page, and serves the
/// assets.
@Configuration(proxyBeanMethods = false)
class PagesSetup implements WebMvcConfigurer {
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Frames frames;
    private final Assets assets;

    PagesSetup(Frames frames, Assets assets) {
        this.frames = frames;
        this.assets = assets;
    }

    /// All pages as typed functions, compiled beforehand.
    @Bean
    static Templates templates() {
        return new StaticTemplates();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromRequest());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.ownPath() + "**")
                .addResourceLocations("classpath:/" + Assets.OWN_FILES)
                .setCacheControl(FOR_A_YEAR);
        for (var library : assets.libraries()) {
            registry.addResourceHandler(library.path() + "**")
                    .addResourceLocations("classpath:/" + library.files())
                    .setCacheControl(FOR_A_YEAR)
                    .resourceChain(true)
                    .addTransformer(new HouseStyle());
        }
    }

    private final class FromRequest implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            var type = parameter.getParameterType();
            return type == PortalFrame.class || type == OfficeFrame.class || type == Words.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer view,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binder) {
            var request = (HttpServletRequest) web.getNativeRequest();
            if (parameter.getParameterType() == OfficeFrame.class) {
                return frames.office(request);
            }
            return parameter.getParameterType() == PortalFrame.class
                    ? frames.portal(request)
                    : RequestLanguage.words(request);
        }
    }
}
