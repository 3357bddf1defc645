package io.pelleh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.decision.RuleSet;
import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Basket;
import io.pelleh.rules.fixtures.BigTable;
import io.pelleh.rules.fixtures.Given;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** The same sheet, once as rows, once as the rules that Drools makes of it, on seeded facts. */
class RowsLikeDroolsTest {

    private static final int SITUATIONS = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {20, 150})
    void rowsHoldExactlyWhereDroolsOwnRulesHold(int rows) {
        long seed = 20260711L + rows;
        String sheet = BigTable.of(rows, seed);
        RuleSet rules = RuleCompiler.compile(1, Given.TEHRAN, Given.files("promotions/big.csv", sheet));
        KieSession drools = drools(sheet);
        Random random = new Random(seed);
        int held = 0;
        for (int i = 0; i < SITUATIONS; i++) {
            Basket basket = BigTable.somebody(random).asBasket();
            List<String> ours = ours(rules, basket);
            assertThat(ours).as("seed %d, situation %d", seed, i).isEqualTo(theirs(drools, basket));
            held += ours.size();
        }
        assertThat(held).as("rows that held at all").isGreaterThan(SITUATIONS / 10);
    }

    private static List<String> ours(RuleSet rules, Basket basket) {
        TreeSet<String> held = new TreeSet<>();
        for (Proposal proposal : rules.evaluate(Stage.PROMOTIONS, basket)) {
            String name = proposal.rule().id().substring("promotions/big/".length());
            held.add(name + " " + proposal.matched().item().index());
        }
        return List.copyOf(held);
    }

    private static List<String> theirs(KieSession session, Basket basket) {
        List<String> held = new ArrayList<>();
        session.setGlobal("held", held);
        var handles = basket.items().stream().map(session::insert).toList();
        session.fireAllRules();
        handles.forEach(session::delete);
        session.fireAllRules();
        return List.copyOf(new TreeSet<>(held));
    }

    private static KieSession drools(String sheet) {
        String drl = new SpreadsheetCompiler()
                .compile(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)), InputType.CSV)
                .replaceAll(
                        "effects\\.percentOffItem\\([0-9]+\\);",
                        "held.add(drools.getRule().getName()" + ".replace(' ', '-') + \" \" + \\$item.index());")
                .replaceFirst(
                        "package .*", "package x; import io.pelleh.engine.facts.Item; global java.util.List held;");
        return new KieHelper().addContent(drl, ResourceType.DRL).build().newKieSession();
    }
}
