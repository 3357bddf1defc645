package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.text.Wrong;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads the rules of one DRL text from Drools' own tree of it, before anything is compiled. */
final class DrlReader {

    private static final Pattern GAPS = Pattern.compile("[\\s/]+");
    private static final int MAX_NAME = 120;

    private final long version;
    private final ZoneId zone;
    private final Problems problems;
    private final Vocabulary vocabulary;

    DrlReader(long version, ZoneId zone, Problems problems, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.version = version;
        this.zone = zone;
        this.problems = problems;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<WrittenRule> read(Drl drl, Stage stage) {
        PackageDescr tree = new DrlTree(drl, problems).read();
        List<WrittenRule> rules = new ArrayList<>();
        if (tree == null) {
            return rules;
        }
        onlyRules(drl, tree);
        if (tree.getRules().isEmpty() && problems.found() == 0) {
            problems.add(drl.file(), "the file holds no rule", "write: rule \"name\" when … then … end");
        }
        for (RuleDescr rule : tree.getRules()) {
            List<Wrong> wrongs = new ArrayList<>();
            WrittenRule written = checked(drl, stage, rule, wrongs);
            if (written != null) {
                rules.add(written);
            }
            wrongs.forEach(wrong -> tell(drl, rule, wrong));
        }
        return rules;
    }

    private @Nullable WrittenRule checked(Drl drl, Stage stage, RuleDescr rule, List<Wrong> wrongs) {
        try {
            WrittenRule written = rule(drl, stage, rule, wrongs);
            return wrongs.isEmpty() ? Meaning.checked(written) : null;
        } catch (Wrong wrong) {
            wrongs.add(wrong);
            return null;
        }
    }

    private void onlyRules(Drl drl, PackageDescr tree) {
        none(drl, "imports", tree.getImports());
        none(drl, "function imports", tree.getFunctionImports());
        none(drl, "accumulate imports", tree.getAccumulateImports());
        none(drl, "globals", tree.getGlobals());
        none(drl, "functions", tree.getFunctions());
        none(drl, "declared types", tree.getClassAndEnumDeclarationDescrs());
        none(drl, "declared windows", tree.getWindowDeclarations());
        none(drl, "declared entry points", tree.getEntryPointDeclarations());
        none(drl, "attributes of the whole file", tree.getAttributes());
        none(drl, "units", tree.getUnit() == null ? List.of() : List.of(tree.getUnit()));
    }

    private void none(Drl drl, String what, Collection<? extends BaseDescr> found) {
        for (BaseDescr one : found) {
            problems.add(new Problem(
                    drl.file().path(),
                    drl.place(one.getLine()),
                    "",
                    what + " are not allowed",
                    "the facts Customer, Basket, Item and Bought are there without them"));
        }
    }

    private void tell(Drl drl, RuleDescr rule, Wrong wrong) {
        drl.problems(wrong.line(rule.getLine()), rule.getName(), wrong).forEach(problems::add);
    }

    private WrittenRule rule(Drl drl, Stage stage, RuleDescr tree, List<Wrong> wrongs) {
        if (tree.isQuery() || tree.hasParent() || !tree.getNamedConsequences().isEmpty()) {
            wrongs.add(new Wrong("queries, extends and named consequences are not allowed", "write a rule of its own"));
        }
        List<Clause> when = Clauses.of(tree, vocabulary, wrongs);
        List<Ask> asks = asks(drl, tree, wrongs);
        String id = id(drl.file(), tree.getName());
        Header header = Header.of(new Header.Told(tree, id, asks), zone, wrongs);
        Subject about = Meaning.about(when);
        Rule rule = new Rule(
                id,
                header.campaign(),
                version,
                header.lane(),
                header.priority(),
                header.limits(),
                Meaning.conditions(when, about),
                header.terms().asking(Coupons.code(when)).askingForOneOf(Coupons.batches(when)));
        WrittenRule.Origin origin = new WrittenRule.Origin(drl.file().path(), drl.place(tree.getLine()));
        return new WrittenRule(rule, origin, stage, drl.table(), about, when, asks, header.validity());
    }

    private List<Ask> asks(Drl drl, RuleDescr tree, List<Wrong> wrongs) {
        List<Wrong> found = new ArrayList<>();
        List<Ask> asks = AskParser.parse(zone, Objects.toString(tree.getConsequence(), ""), found);
        boolean none = Objects.toString(tree.getConsequence(), "").isBlank();
        int first = none ? tree.getConsequenceLine() : drl.consequence(tree.getConsequenceLine());
        found.forEach(wrong -> wrongs.add(wrong.below(first)));
        return asks;
    }

    private static String id(RuleFile file, String name) {
        String slug = GAPS.matcher(name.strip()).replaceAll("-");
        if (slug.isEmpty() || slug.length() > MAX_NAME || slug.contains("\"")) {
            throw new Wrong("the name of a rule has 1 to " + MAX_NAME + " characters and no double quote", "");
        }
        String hidden = HiddenCharacters.reason(slug);
        if (!hidden.isEmpty()) {
            throw new Wrong("the name of a rule: " + hidden, "");
        }
        return file.set() + "/" + slug;
    }
}
