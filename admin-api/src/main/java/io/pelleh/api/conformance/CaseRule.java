package io.pelleh.api.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What one rule gives of a promotion.
 *
 * @param lane place of its lane among those of the promotion
 */
record CaseRule(List<CaseAction> actions, int lane) {

    CaseRule {
        actions = List.copyOf(actions);
    }

    /** One rule for all actions where they are about the same lines, else one for each. */
    static List<CaseRule> of(JsonNode promotion) {
        List<List<CaseAction>> steps = steps(promotion);
        List<CaseAction> actions = steps.stream().map(List::getFirst).toList();
        if (oneRule(actions)) {
            return List.of(new CaseRule(actions, 0));
        }
        boolean mixed = ofTheRest(actions) && ofFullPrice(actions);
        List<CaseRule> rules = new ArrayList<>();
        int lane = 0;
        for (List<CaseAction> step : steps) {
            if (lane > 0 && step.getFirst().ofFullPrice()) {
                throw new NotApplicable("an action of the full price does not follow one of what is left");
            }
            lane += mixed && !rules.isEmpty() && step.getFirst().ofTheRest() ? 1 : 0;
            for (CaseAction action : step) {
                rules.add(new CaseRule(List.of(action), lane));
            }
        }
        return rules;
    }

    /** Actions of more than nothing; a tiered one has one for each tier. */
    private static List<List<CaseAction>> steps(JsonNode promotion) {
        List<List<CaseAction>> steps = new ArrayList<>();
        for (JsonNode action : promotion.path("actions")) {
            steps.add(CaseAction.of(action, promotion).stream()
                    .filter(one -> !one.nothing())
                    .toList());
        }
        steps.removeIf(List::isEmpty);
        return steps;
    }

    /** An effect of a rule takes from what those before it left, for the lines that its one pattern matches. */
    private static boolean oneRule(List<CaseAction> actions) {
        Set<List<String>> lines = new LinkedHashSet<>();
        Set<String> calls = new LinkedHashSet<>();
        for (CaseAction action : actions) {
            lines.add(action.lines());
            calls.add(action.call());
        }
        lines.remove(lines.contains(List.of(CaseAction.ANY)) ? List.<String>of() : List.of(CaseAction.ANY));
        return actions.size() > 1
                && lines.size() == 1
                && calls.size() == actions.size()
                && actions.stream().noneMatch(CaseAction::special)
                && !ofFullPrice(actions);
    }

    /** Whether an action that is of the full price comes after another one. */
    private static boolean ofFullPrice(List<CaseAction> actions) {
        return actions.stream().filter(CaseAction::ofGoods).skip(1).anyMatch(CaseAction::ofFullPrice);
    }

    private static boolean ofTheRest(List<CaseAction> actions) {
        return actions.stream().filter(CaseAction::ofGoods).skip(1).anyMatch(CaseAction::ofTheRest);
    }

    /** What promotions of a lane of this promotion see of each other. */
    static String sees(JsonNode promotion) {
        List<CaseAction> actions = steps(promotion).stream().map(List::getFirst).toList();
        return ofTheRest(actions) && !ofFullPrice(actions) ? "left" : "opening";
    }

    /** The action whose lines the rule is about. */
    CaseAction leading() {
        return actions.stream().filter(CaseAction::ofLines).findFirst().orElse(actions.getFirst());
    }
}
