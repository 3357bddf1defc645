package io.pelleh.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/**
 * Which framework may live where, what may point to what, and where the clock is read: the architecture document which
 * cannot go stale. Modules and packages that do not exist yet are allowed, so that each rule waits for its first class.
 */
@AnalyzeClasses(packages = "io.pelleh", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

    /** ArchUnit's own option knows {@code target/test-classes} only, not the folder of a fast build. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final String ENGINE = "io.pelleh.engine..";
    private static final String RULES = "io.pelleh.rules..";
    private static final String API = "io.pelleh.api..";
    private static final String JPA = "..jpa..";
    private static final String REDIS = "..redis..";
    private static final String WIRING = "..wiring..";

    private static final Set<String> CLOCK_READS = Set.of("now", "currentTimeMillis");

    @ArchTest
    static final ArchRule engineKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RULES, API);

    @ArchTest
    static final ArchRule rulesKnowOnlyTheEngine = noClasses()
            .that()
            .resideInAPackage(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(API);

    @ArchTest
    static final ArchRule engineIsPlainJava = classes()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackage(REDIS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.slf4j..", ENGINE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule engineNeverReadsADatabase = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule springLivesInTheApi = only(API, "org.springframework..");

    @ArchTest
    static final ArchRule jpaLivesInItsAdapters = only(
            JPA, "org.springframework.data..", "org.springframework.orm..", "org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule lettuceLivesInItsAdapters = only(REDIS, "io.lettuce..");

    @ArchTest
    static final ArchRule droolsLivesInTheRules = only(RULES, "org.drools..", "org.kie..", "org.mvel2..", "org.jbpm..");

    @ArchTest
    static final ArchRule noCyclesInTheEngine = slices().matching("io.pelleh.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCyclesInTheRules =
            slices().matching("io.pelleh.rules.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCyclesInTheApi =
            slices().matching("io.pelleh.api.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeIsNeverADate = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.SimpleDateFormat");

    @ArchTest
    static final ArchRule theClockIsReadThroughAnInstantSource =
            noClasses().that().resideOutsideOfPackage(WIRING).should().callMethodWhere(readsTheSystemClock());

    @ArchTest
    static final ArchRule adaptersHideBehindOneFactory = classes()
            .that()
            .resideInAnyPackage(JPA, REDIS)
            .should(new OnePublicTypePerPackage())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule constructorsTakeWhatTheyNeed = NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);

    @ArchTest
    static final ArchRule noStaticState =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesAreCapabilities = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..impl..",
                    "..dto..",
                    "..manager..",
                    "..helper..",
                    "..base..");

    @ArchTest
    static final ArchRule portsHaveNoImplTwin = noClasses()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveSimpleNameEndingWith("Impl");

    private static ArchRule only(String home, String... frameworks) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(frameworks);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
        return DescribedPredicate.describe("read the system's clock", call -> reads(call.getTarget()));
    }

    private static boolean reads(AccessTarget.MethodCallTarget target) {
        JavaClass owner = target.getOwner();
        boolean systemSource = owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class);
        if (systemSource) {
            return target.getName().startsWith("system") || target.getName().startsWith("tick");
        }
        boolean readsByItself = owner.getPackageName().startsWith("java.time") || owner.isEquivalentTo(System.class);
        return readsByItself
                && CLOCK_READS.contains(target.getName())
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
