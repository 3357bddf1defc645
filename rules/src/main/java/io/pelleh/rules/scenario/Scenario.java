package io.pelleh.rules.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * One example of what rules do: given a customer, when something happens, then this is decided, because of that.
 *
 * <pre>
 * - scenario: gold customers pay no shipping
 *   given: {orders: 12, last: 10, every: 20, each: 4000000, tier: gold}
 *   when: {basket: [{sku: TEA-500, category: tea, quantity: 2, price: 1800000}], shipping: 600000}
 *   then: {gives: {promotions/free-shipping/gold: shipping 600000 off}, because: [customer.tier == gold]}
 * </pre>
 */
public final class Scenario {

    private final String file;
    private final int line;
    private final String ruleSet;
    private final String name;
    private final Notes notes;

    private Scenario(String file, ScenarioFile.Entry entry) {
        this.file = file;
        this.line = entry.line();
        this.ruleSet = file.substring(0, file.indexOf('.'));
        Notes all = new Notes(ruleSet, entry.value());
        this.name = all.text("scenario");
        this.notes = new Notes(ruleSet + ", " + name, entry.value());
        List.of("scenario", "given", "when", "then").forEach(notes::has);
        notes.done();
    }

    /**
     * Reads the scenarios beside a rule set.
     *
     * @param path for example {@code promotions/free-shipping.scenarios.yaml}
     * @throws BrokenScenario when the file is not a list of scenarios
     */
    public static List<Scenario> read(String path, byte[] bytes) {
        List<Scenario> scenarios = new ArrayList<>();
        for (ScenarioFile.Entry entry : new ScenarioFile(path, bytes).read()) {
            try {
                scenarios.add(new Scenario(path, entry));
            } catch (BrokenScenario e) {
                throw new BrokenScenario(path, entry.line(), e.reason());
            }
        }
        return scenarios;
    }

    /** Whether a file of a release holds scenarios. */
    public static boolean isIn(String path) {
        return path.endsWith(".scenarios.yaml");
    }

    /** Path of its file. */
    public String file() {
        return file;
    }

    /** Line of its file in which it begins. */
    public int line() {
        return line;
    }

    public String name() {
        return name;
    }

    /** Kind and name of the rule set it stands beside. */
    public String ruleSet() {
        return ruleSet;
    }

    Notes given() {
        return notes.under("given");
    }

    Notes when() {
        return notes.under("when");
    }

    Notes then() {
        return notes.under("then");
    }
}
