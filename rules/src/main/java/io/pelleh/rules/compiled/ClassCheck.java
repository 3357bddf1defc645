package io.pelleh.rules.compiled;

import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.reading.RulesRejected;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;

/** Looks at what compiled rules refer to; the last lock, should text that was not checked ever reach the compiler. */
final class ClassCheck {

    /** What Drools' generated classes consist of, the facts, and the one way to say that a rule held. */
    private static final Pattern OURS = Pattern.compile("pelleh/compiled/.*"
            + "|org/drools/model/.*|org/drools/modelcompiler/(dsl|util)/.*"
            + "|io/pelleh/engine/facts/(Customer|Basket|Item|Bought|Situation)|io/pelleh/rules/compiled/Sink");

    private static final Set<String> JDK = Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/Long",
            "java/lang/Integer",
            "java/lang/Boolean",
            "java/lang/Number",
            "java/lang/Comparable",
            "java/lang/CharSequence",
            "java/lang/Exception",
            "java/lang/Throwable",
            "java/lang/Override",
            "java/lang/Deprecated",
            "java/io/Serializable",
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/MethodHandles",
            "java/lang/invoke/MethodHandles$Lookup",
            "java/lang/invoke/SerializedLambda",
            "java/util/Arrays",
            "java/util/List",
            "java/util/ArrayList",
            "java/util/Collection",
            "java/util/Collections",
            "java/util/Objects",
            "java/util/Map",
            "java/util/Locale",
            "java/time/format/DateTimeFormatterBuilder",
            "java/lang/Enum",
            "java/lang/System",
            "java/lang/StringBuilder",
            "java/lang/RuntimeException",
            "java/lang/IllegalArgumentException",
            "org/drools/util/DateUtils");

    /** The member of {@link System} that compiled enums need. */
    private static final String COPY = "arraycopy";

    private static final Set<String> BARRED = Set.of("getClass", "forName", "getLong", "getInteger", "getBoolean");

    private ClassCheck() {}

    /** @throws RulesRejected naming what may not be referred to */
    static void check(InternalKieModule module) {
        List<Problem> problems = module.getFileNames().stream()
                .filter(name -> name.startsWith("pelleh/") && name.endsWith(".class"))
                .flatMap(name -> barred(module.getBytes(name)).stream().map(reference -> problem(name, reference)))
                .toList();
        if (!problems.isEmpty()) {
            throw new RulesRejected(problems);
        }
    }

    private static Problem problem(String name, String reference) {
        String reason = "a compiled rule refers to " + reference;
        return new Problem(name, Problem.Place.FILE, "", reason, "use the vocabulary");
    }

    /** What a class refers to and may not. */
    static List<String> barred(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        List<String> barred = new ArrayList<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry owner && !allowed(owner.asInternalName())) {
                barred.add(owner.asInternalName());
            }
            if (entry instanceof MemberRefEntry member && barred(member)) {
                barred.add(member.owner().asInternalName() + "." + member.name().stringValue());
            }
        }
        return barred;
    }

    private static boolean allowed(String name) {
        String element = name.replaceAll("^\\[+L?|;$", "");
        boolean primitive = name.startsWith("[") && element.length() == 1;
        return primitive || JDK.contains(element) || OURS.matcher(element).matches();
    }

    private static boolean barred(MemberRefEntry member) {
        String owner = member.owner().asInternalName();
        String name = member.name().stringValue();
        return owner.equals("java/lang/System")
                ? !name.equals(COPY)
                : owner.startsWith("java/") && BARRED.contains(name);
    }
}
