package io.pelleh.api.security;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        if (caller.may(Role.ADMIN) || (needs != null && may(caller, needs))) {
            return;
        }
        throw new Refused(Code.SCOPE_MISSING, "this needs " + words(needs));
    }

    private static boolean may(Caller caller, Needs needs) {
        return Arrays.stream(needs.value()).anyMatch(caller::may)
                || Arrays.stream(needs.roles()).anyMatch(caller::may);
    }

    private static String words(@Nullable Needs needs) {
        Stream<String> scopes =
                needs == null ? Stream.empty() : Arrays.stream(needs.value()).map(scope -> "the scope " + scope.word());
        Stream<String> roles =
                needs == null ? Stream.empty() : Arrays.stream(needs.roles()).map(role -> "the role " + role.word());
        return Stream.of(scopes, roles, Stream.of("the role admin"))
                .flatMap(words -> words)
                .collect(Collectors.joining(" or "));
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
