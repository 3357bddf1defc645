package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.match.Matches;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.WrittenRule;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/** The compiled rules of one stage: an immutable knowledge base. */
public final class CompiledRules {

    private final KieBase base;
    private final Set<Subject> facts;
    private final Joins joins;

    private CompiledRules(KieBase base, Source source) {
        this.base = base;
        this.facts = facts(source);
        this.joins = new Joins(source.rules().values());
    }

    /**
     * The rules of one stage that are to be compiled.
     *
     * @param rules by their place in the stage
     */
    public record Source(Stage stage, Map<Integer, WrittenRule> rules) {

        String name() {
            return stage.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Compiles the rules of a release, off to the side; nothing is kept but the result.
     *
     * @throws RulesRejected when Drools does not accept a rule
     */
    public static Map<Stage, CompiledRules> compile(List<Source> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        KieServices services = KieServices.get();
        ReleaseId id =
                services.newReleaseId("pelleh", "release", UUID.randomUUID().toString());
        KieBuilder builder = services.newKieBuilder(files(services, id, sources), CompiledRules.class.getClassLoader());
        try {
            builder.buildAll(ExecutableModelProject.class);
            rejectErrors(builder, sources);
            ClassCheck.check((InternalKieModule) builder.getKieModule());
            return bases(services.newKieContainer(id, CompiledRules.class.getClassLoader()), sources);
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static KieFileSystem files(KieServices services, ReleaseId id, List<Source> sources) {
        KieFileSystem files = services.newKieFileSystem();
        KieModuleModel module = services.newKieModuleModel();
        for (Source source : sources) {
            module.newKieBaseModel(source.name()).addPackage(RuleText.packageName(source.stage()));
            files.write(
                    "src/main/resources/pelleh/compiled/" + source.name() + "/rules.drl",
                    RuleText.of(source.stage(), source.rules()));
        }
        files.generateAndWritePomXML(id);
        files.writeKModuleXML(module.toXML());
        return files;
    }

    private static void rejectErrors(KieBuilder builder, List<Source> sources) {
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RulesRejected(errors.stream()
                    .map(error -> new Problem(
                            named(error, sources), Problem.Place.FILE, "", error.getText(), "compare like with like"))
                    .toList());
        }
    }

    /** The rule an error speaks of, which Drools knows by its number only. */
    private static String named(Message error, List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.rules().entrySet().stream())
                .filter(rule -> error.getText().contains("\"r" + rule.getKey() + "\""))
                .map(rule -> rule.getValue().rule().id())
                .findFirst()
                .orElseGet(() -> String.valueOf(error.getPath()));
    }

    private static Map<Stage, CompiledRules> bases(KieContainer container, List<Source> sources) {
        Map<Stage, CompiledRules> compiled = new EnumMap<>(Stage.class);
        for (Source source : sources) {
            compiled.put(source.stage(), new CompiledRules(container.getKieBase(source.name()), source));
        }
        return compiled;
    }

    /** The kinds of facts that its rules look at; no others are shown to it. */
    private static Set<Subject> facts(Source source) {
        Set<Subject> facts = EnumSet.noneOf(Subject.class);
        for (WrittenRule rule : source.rules().values()) {
            if (rule.flat() && !rule.uses(Subject.BOUGHT)) {
                facts.add(rule.about());
            } else {
                rule.when().forEach(clause -> clause.each(fact -> facts.add(fact.subject())));
            }
        }
        return facts;
    }

    /** Whether any rule looks at former purchases. */
    public boolean remembers() {
        return facts.contains(Subject.BOUGHT);
    }

    /** Somebody who runs the rules, one evaluation at a time. */
    public CompiledWorker worker(Matches matches) {
        return new CompiledWorker(base.newKieSession(), facts, joins, matches);
    }
}
