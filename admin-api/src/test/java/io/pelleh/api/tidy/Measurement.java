package io.pelleh.api.tidy;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Holds one source file against the limits. */
final class Measurement {

    private final Path file;
    private final String source;
    private final CompilationUnit unit;

    /** @param source the file's whole text; must parse as Java 25, or this fails with the parser's problems */
    Measurement(Path file, String source) {
        ParserConfiguration java25 = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25);
        ParseResult<CompilationUnit> parsed = new JavaParser(java25).parse(source);
        this.file = file;
        this.source = source;
        this.unit = parsed.getResult()
                .filter(result -> parsed.isSuccessful())
                .orElseThrow(() -> new IllegalArgumentException(file + ": " + parsed.getProblems()));
    }

    List<Finding> findings() {
        Stream<Finding> lines = Stream.of(new Finding(file, 1, "file", Rule.FILE_LINES, linesInFile()));
        Stream<Finding> members = unit.findAll(BodyDeclaration.class).stream().flatMap(this::measure);
        return Stream.concat(lines, members)
                .filter(finding -> finding.measured() > finding.rule().limit())
                .toList();
    }

    private int linesInFile() {
        return Math.toIntExact(source.lines().count());
    }

    private Stream<Finding> measure(BodyDeclaration<?> body) {
        return switch (body) {
            case RecordDeclaration header ->
                Stream.of(finding(
                        body, Rule.COMPONENTS, it -> header.getParameters().size()));
            case CallableDeclaration<?> callable ->
                Stream.of(
                        finding(body, Rule.METHOD_LINES, Measurement::linesOf),
                        finding(body, Rule.NESTING, Nesting::deepest),
                        finding(
                                body,
                                parameterRule(callable),
                                it -> callable.getParameters().size()));
            case CompactConstructorDeclaration compact -> shapeOf(compact);
            case InitializerDeclaration initializer -> shapeOf(initializer);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> shapeOf(BodyDeclaration<?> body) {
        return Stream.of(
                finding(body, Rule.METHOD_LINES, Measurement::linesOf), finding(body, Rule.NESTING, Nesting::deepest));
    }

    private Finding finding(BodyDeclaration<?> body, Rule rule, ToIntFunction<BodyDeclaration<?>> measure) {
        return new Finding(file, firstLine(body), nameOf(body), rule, measure.applyAsInt(body));
    }

    /** A wiring method joins beans, and an overriding method's parameters were chosen (and measured) elsewhere. */
    private static Rule parameterRule(CallableDeclaration<?> callable) {
        boolean joinsBeans = callable.isAnnotationPresent("Bean")
                || callable.isConstructorDeclaration() && declaredIn(callable, "Configuration");
        boolean foreignSignature = callable.isAnnotationPresent("Override");
        return joinsBeans || foreignSignature ? Rule.COMPONENTS : Rule.PARAMETERS;
    }

    private static boolean declaredIn(Node member, String annotation) {
        return member.getParentNode()
                .filter(NodeWithAnnotations.class::isInstance)
                .filter(type -> ((NodeWithAnnotations<?>) type).isAnnotationPresent(annotation))
                .isPresent();
    }

    /** From the line after the annotations to the closing brace. */
    private static int linesOf(BodyDeclaration<?> body) {
        return body.getEnd().orElseThrow().line - firstLine(body) + 1;
    }

    private static int firstLine(BodyDeclaration<?> body) {
        return switch (body) {
            case CallableDeclaration<?> callable ->
                callable.getName().getBegin().orElseThrow().line;
            case CompactConstructorDeclaration compact ->
                compact.getName().getBegin().orElseThrow().line;
            default -> body.getBegin().orElseThrow().line;
        };
    }

    private static String nameOf(BodyDeclaration<?> body) {
        return switch (body) {
            case CallableDeclaration<?> callable -> callable.getNameAsString();
            case CompactConstructorDeclaration compact -> compact.getNameAsString();
            case TypeDeclaration<?> type -> type.getNameAsString();
            default -> "initializer";
        };
    }
}
