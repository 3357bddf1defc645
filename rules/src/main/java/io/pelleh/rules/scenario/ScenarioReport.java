package io.pelleh.rules.scenario;

import java.util.List;

/** What running scenarios showed. */
public record ScenarioReport(List<Result> results, Coverage coverage) {

    /**
     * How one scenario went.
     *
     * @param differences what was expected and not found, in words
     * @param broken why it could not be run, or empty
     */
    public record Result(Scenario scenario, List<String> differences, String broken) {

        public Result {
            differences = List.copyOf(differences);
        }

        public boolean passed() {
            return differences.isEmpty() && broken.isEmpty();
        }
    }

    public ScenarioReport {
        results = List.copyOf(results);
    }

    /** Whether every scenario ended as it says. */
    public boolean passed() {
        return results.stream().allMatch(Result::passed);
    }
}
