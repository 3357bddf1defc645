package io.pelleh.api.tidy;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.Set;

/**
 * How deep control structures lie in each other. {@code else if} stays on its {@code if}'s level, a lambda adds no level
 * but does not start anew either, and a class inside a method is measured by itself.
 */
final class Nesting {

    private static final Set<Class<? extends Node>> LEVELS = Set.of(
            IfStmt.class,
            ForStmt.class,
            ForEachStmt.class,
            WhileStmt.class,
            DoStmt.class,
            SwitchStmt.class,
            SwitchExpr.class,
            TryStmt.class,
            SynchronizedStmt.class);

    private Nesting() {}

    /** The deepest level below a method's, constructor's or initializer's declaration; 0 where nothing branches. */
    static int deepest(BodyDeclaration<?> body) {
        return deepestBelow(body, 0);
    }

    private static int deepestBelow(Node node, int level) {
        return node.getChildNodes().stream()
                .filter(child -> !startsAnew(child))
                .mapToInt(child -> deepestAt(child, level))
                .reduce(level, Math::max);
    }

    private static int deepestAt(Node node, int level) {
        return deepestBelow(node, LEVELS.contains(node.getClass()) && !isElseIf(node) ? level + 1 : level);
    }

    private static boolean isElseIf(Node node) {
        return node.getParentNode()
                .filter(IfStmt.class::isInstance)
                .map(IfStmt.class::cast)
                .flatMap(IfStmt::getElseStmt)
                .filter(otherwise -> otherwise == node)
                .isPresent();
    }

    private static boolean startsAnew(Node node) {
        boolean memberOfAnonymousClass = node instanceof BodyDeclaration<?>
                && node.getParentNode()
                        .filter(ObjectCreationExpr.class::isInstance)
                        .isPresent();
        return memberOfAnonymousClass || node instanceof TypeDeclaration<?>;
    }
}
