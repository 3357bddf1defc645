package io.pelleh.api.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The demo shop is wanted where {@code pelleh.demo.enabled} says so; where it says nothing, on an embedded MySQL whose
 * owner configured no program of their own.
 */
final class Wanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment settings = context.getEnvironment();
        boolean untouched = settings.getProperty("pelleh.embedded-mysql", Boolean.class, false)
                && settings.getProperty("pelleh.program.id", "").isBlank();
        return settings.getProperty("pelleh.demo.enabled", Boolean.class, untouched);
    }
}
