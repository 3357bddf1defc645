package io.pelleh.rules.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

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

    private static final int MAX_SCENARIOS = 1000;

    private final String ruleSet;
    private final String name;
    private final Notes notes;

    private Scenario(String ruleSet, Object entry) {
        Notes all = new Notes(ruleSet, entry);
        this.ruleSet = ruleSet;
        this.name = all.text("scenario");
        this.notes = new Notes(ruleSet + ", " + name, entry);
    }

    /**
     * Reads the scenarios beside a rule set.
     *
     * @param path for example {@code promotions/free-shipping.scenarios.yaml}
     * @throws BrokenScenario when the file is not a list of scenarios
     */
    public static List<Scenario> read(String path, byte[] bytes) {
        String ruleSet = path.substring(0, path.indexOf('.'));
        Object root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes, StandardCharsets.UTF_8));
        } catch (YAMLException e) {
            throw new BrokenScenario(path + ": " + e.getMessage());
        }
        if (!(root instanceof List<?> list) || list.isEmpty() || list.size() > MAX_SCENARIOS) {
            throw new BrokenScenario(path + " must be a list of 1 to " + MAX_SCENARIOS + " scenarios");
        }
        List<Scenario> scenarios = new ArrayList<>();
        list.forEach(entry -> scenarios.add(new Scenario(ruleSet, entry)));
        return scenarios;
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
