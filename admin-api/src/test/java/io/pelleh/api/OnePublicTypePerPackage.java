package io.pelleh.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An adapter's package shows one top-level type, its factory, and hides the rest. */
class OnePublicTypePerPackage extends ArchCondition<JavaClass> {

    private final Map<String, List<String>> publicTypes = new HashMap<>();

    OnePublicTypePerPackage() {
        super("show at most one public type, the package's factory");
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        publicTypes.clear();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
            publicTypes
                    .computeIfAbsent(type.getPackageName(), name -> new ArrayList<>())
                    .add(type.getSimpleName());
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        publicTypes.forEach((name, types) ->
                events.add(new SimpleConditionEvent(name, types.size() <= 1, name + " shows " + types + ", limit 1")));
    }
}
