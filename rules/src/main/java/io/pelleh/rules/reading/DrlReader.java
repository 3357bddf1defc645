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
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads the rules of one DRL text from Drools' own tree of it, before anything is compiled. */
final class DrlReader {

    private static final Pattern GAPS = Pattern.compile("[\\s/]+");
    private static final int MAX_NAME = 120;

    private final long version;
    private final ZoneId zone;
    private final Problems problems;
    private final Vocabulary vocabulary;

    DrlReader(long version, ZoneId zone, Problems problems, Vocabulary vocabulary) {
        this.version = version;
        this.zone = zone;
        this.problems = problems;
        this.vocabulary = vocabulary;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<WrittenRule> read(Drl drl, Stage stage) {
        PackageDescr tree = tree(drl);
        List<WrittenRule> rules = new ArrayList<>();
        if (tree == null || !onlyRules(drl, tree)) {
            return rules;
        }
        for (RuleDescr rule : tree.getRules()) {
            try {
                rules.add(rule(drl, stage, rule));
            } catch (Wrong wrong) {
                problem(drl, rule, wrong);
            }
        }
        return rules;
    }

    private @org.jspecify.annotations.Nullable PackageDescr tree(Drl drl) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(false, drl.text());
            for (DroolsError error : parser.getErrors()) {
                int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
                problems.add(new Problem(drl.file().path(), drl.place(line), "", error.getMessage(), ""));
            }
            return parser.hasErrors() ? null : tree;
        } catch (DroolsParserException e) {
            problems.add(drl.file(), String.valueOf(e.getMessage()), "");
            return null;
        }
    }

    private boolean onlyRules(Drl drl, PackageDescr tree) {
        boolean only = none(drl, "imports", tree.getImports());
        only &= none(drl, "function imports", tree.getFunctionImports());
        only &= none(drl, "accumulate imports", tree.getAccumulateImports());
        only &= none(drl, "globals", tree.getGlobals());
        only &= none(drl, "functions", tree.getFunctions());
        only &= none(drl, "declared types", tree.getClassAndEnumDeclarationDescrs());
        only &= none(drl, "declared windows", tree.getWindowDeclarations());
        only &= none(drl, "declared entry points", tree.getEntryPointDeclarations());
        only &= none(drl, "attributes of the whole file", tree.getAttributes());
        if (tree.getUnit() != null) {
            problems.add(drl.file(), "units are not allowed", "");
            return false;
        }
        return only;
    }

    private boolean none(Drl drl, String what, Collection<? extends org.drools.drl.ast.descr.BaseDescr> found) {
        for (var one : found) {
            problems.add(new Problem(
                    drl.file().path(),
                    drl.place(one.getLine()),
                    "",
                    what + " are not allowed",
                    "the facts Customer, Basket, Item and Bought are there without them"));
        }
        return found.isEmpty();
    }

    private void problem(Drl drl, RuleDescr rule, Wrong wrong) {
        problems.add(new Problem(
                drl.file().path(), drl.place(rule.getLine()), rule.getName(), wrong.reason(), wrong.hint()));
    }

    private WrittenRule rule(Drl drl, Stage stage, RuleDescr tree) {
        if (tree.isQuery() || tree.hasParent() || !tree.getNamedConsequences().isEmpty()) {
            throw new Wrong("queries, extends and named consequences are not allowed", "write a rule of its own");
        }
        List<Clause> when = new Clauses(vocabulary).of(tree);
        List<Ask> asks = AskParser.parse(zone, String.valueOf(tree.getConsequence()));
        Header header = Header.of(tree, asks, zone);
        Subject about = Meaning.about(when);
        Rule rule = new Rule(
                id(drl.file(), tree.getName()),
                header.campaign(),
                version,
                header.lane(),
                header.priority(),
                header.limits(),
                Meaning.conditions(when, about));
        WrittenRule.Origin origin = new WrittenRule.Origin(drl.file().path(), drl.place(tree.getLine()));
        return Meaning.checked(new WrittenRule(rule, origin, stage, drl.table(), about, when, asks, header.validity()));
    }

    private static String id(RuleFile file, String name) {
        String slug = GAPS.matcher(name.strip()).replaceAll("-");
        if (slug.isEmpty() || slug.length() > MAX_NAME) {
            throw new Wrong("the name of a rule has 1 to " + MAX_NAME + " characters", "");
        }
        return file.set() + "/" + slug;
    }
}
