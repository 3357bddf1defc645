package io.pelleh.api.security;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds each controller's method to its {@link Needs}, and hands it the {@link Caller}. */
@Component
class WebAccess implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final Scope[] ADMIN = {Scope.ADMIN};

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            check(caller, method.getMethodAnnotation(Needs.class));
        }
        return true;
    }

    private static void check(Caller caller, @Nullable Needs needs) {
        Scope[] any = needs == null ? ADMIN : needs.value();
        if (Arrays.stream(any).noneMatch(caller::may)) {
            String words = Arrays.stream(any).map(Scope::word).collect(Collectors.joining(" or "));
            throw new Refused(Code.SCOPE_MISSING, "this needs the scope " + words);
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object caller = request.getAttribute(Caller.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return Objects.requireNonNull(caller, "a method that takes a caller must not be open to everybody");
    }
}
