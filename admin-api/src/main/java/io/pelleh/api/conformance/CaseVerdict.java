package io.pelleh.api.conformance;

import java.util.List;

/** How a case ended. */
record CaseVerdict(String id, String topic, Outcome outcome, String detail) {

    enum Outcome {
        PASSED,
        NOT_APPLICABLE,
        FAILED
    }

    static CaseVerdict of(PromotionCase asked, List<String> differences) {
        return new CaseVerdict(
                asked.id(),
                asked.topic(),
                differences.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                String.join("; ", differences));
    }

    static CaseVerdict notApplicable(PromotionCase asked, String reason) {
        return new CaseVerdict(asked.id(), asked.topic(), Outcome.NOT_APPLICABLE, reason);
    }

    /** A line of a Markdown table. */
    String line() {
        return "| " + id + " | " + topic + " | "
                + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " | " + detail + " |";
    }
}
