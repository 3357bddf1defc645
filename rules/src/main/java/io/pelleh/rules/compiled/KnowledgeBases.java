package io.pelleh.rules.compiled;

import io.pelleh.engine.decision.Stage;
import io.pelleh.rules.compiled.CompiledRules.Source;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import io.pelleh.rules.reading.WrittenRule;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;

/**
 * Compiles rules, each text once: the same text gets the same knowledge base for as long as somebody evaluates with it.
 * Nothing else is kept, so that one that nobody uses any more goes with its classes.
 */
public final class KnowledgeBases {

    /** From here on the cheap compiler looks first: it finds what is wrong in a tenth of the time. */
    private static final int MANY = 20;

    private final Map<String, WeakReference<KieBase>> known = new HashMap<>();

    /**
     * Compiles the rules of a release, stage by stage, off to the side.
     *
     * @throws RulesRejected when Drools does not accept a rule
     */
    public Map<Stage, CompiledRules> compile(List<Source> sources) {
        Map<Stage, CompiledRules> compiled = new EnumMap<>(Stage.class);
        for (Source source : sources) {
            compiled.put(source.stage(), new CompiledRules(base(source), source));
        }
        return compiled;
    }

    private synchronized KieBase base(Source source) {
        String text = RuleText.of(source.stage(), source.ordered());
        WeakReference<KieBase> reference = known.get(text);
        KieBase base = reference == null ? null : reference.get();
        if (base == null) {
            base = compile(source, text);
            known.values().removeIf(old -> old.get() == null);
            known.put(text, new WeakReference<>(base));
        }
        return base;
    }

    private static KieBase compile(Source source, String text) {
        if (source.rules().size() >= MANY) {
            build(source, text, DrlProject.class);
        }
        return build(source, text, ExecutableModelProject.class);
    }

    private static KieBase build(Source source, String text, Class<? extends KieBuilder.ProjectType> type) {
        KieServices services = KieServices.get();
        ReleaseId id =
                services.newReleaseId("pelleh", "release", UUID.randomUUID().toString());
        ClassLoader loader = KnowledgeBases.class.getClassLoader();
        KieBuilder builder = services.newKieBuilder(files(services, id, source.stage(), text), loader);
        try {
            builder.buildAll(type);
            rejectErrors(builder, source);
            ClassCheck.check((InternalKieModule) builder.getKieModule());
            return services.newKieContainer(id, loader).getKieBase();
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static KieFileSystem files(KieServices services, ReleaseId id, Stage stage, String text) {
        KieFileSystem files = services.newKieFileSystem();
        KieModuleModel module = services.newKieModuleModel();
        module.newKieBaseModel("rules").setDefault(true).addPackage(RuleText.packageName(stage));
        files.write("src/main/resources/" + RuleText.packageName(stage).replace('.', '/') + "/rules.drl", text);
        files.generateAndWritePomXML(id);
        files.writeKModuleXML(module.toXML());
        return files;
    }

    private static void rejectErrors(KieBuilder builder, Source source) {
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RulesRejected(
                    errors.stream().map(error -> problem(error, source)).toList());
        }
    }

    /** Drools knows a rule by its number only. */
    private static Problem problem(Message error, Source source) {
        List<WrittenRule> rules = source.ordered();
        return IntStream.range(0, rules.size())
                .filter(i -> error.getText().contains("\"r" + i + "\""))
                .mapToObj(rules::get)
                .findFirst()
                .map(rule -> new Problem(
                        rule.origin().file(),
                        rule.origin().place(),
                        rule.rule().id(),
                        error.getText(),
                        "compare like with like"))
                .orElseGet(() -> new Problem(
                        String.valueOf(error.getPath()),
                        Problem.Place.FILE,
                        "",
                        error.getText(),
                        "compare like with like"));
    }
}
