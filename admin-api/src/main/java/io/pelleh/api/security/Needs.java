package io.pelleh.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes and roles of which one is needed to call a controller's method; without it nobody but an admin may. Who has
 * any role may do what {@link Role#VIEWER} may.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    Scope[] value() default {};

    Role[] roles() default {};
}
