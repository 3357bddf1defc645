package io.pelleh.api.draft;

import io.pelleh.api.draft.Gate.Verdict;
import io.pelleh.rules.analysis.Finding;
import io.pelleh.rules.analysis.Said;
import io.pelleh.rules.reading.Problem;
import io.pelleh.rules.scenario.Coverage;
import io.pelleh.rules.scenario.ScenarioReport;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What the gate says, as JSON. */
final class VerdictJson {

    private static final int MAX_FINDINGS = 500;

    private VerdictJson() {}

    /** Members {@code passed}, {@code problems}, {@code findings}, {@code scenarios} and {@code coverage}. */
    static void members(JsonGenerator json, Verdict verdict) {
        json.writeBooleanProperty("passed", verdict.passed());
        json.writeArrayPropertyStart("problems");
        verdict.problems().forEach(problem -> problem(json, problem));
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        verdict.findings().stream().limit(MAX_FINDINGS).forEach(finding -> finding(json, finding));
        json.writeEndArray();
        ScenarioReport report = verdict.report();
        json.writeArrayPropertyStart("scenarios");
        if (report != null) {
            report.results().forEach(result -> scenario(json, result));
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("coverage");
        if (report != null) {
            report.coverage().sets().forEach(set -> coverage(json, set));
        }
        json.writeEndArray();
    }

    private static void problem(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        place(json, problem.file(), problem.place());
        json.writeStringProperty("rule", problem.rule());
        json.writeStringProperty("reason", problem.reason());
        json.writeStringProperty("hint", problem.hint());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String file, Problem.Place place) {
        json.writeStringProperty("file", file);
        json.writeNumberProperty("line", place.line());
        json.writeStringProperty("cell", place.cell());
        json.writeStringProperty("pointer", place.pointer());
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        place(json, finding.origin().file(), finding.origin().place());
        texts(json, "rules", finding.rules());
        said(json, "sentence", finding.sentence());
        said(json, "hint", finding.hint());
        json.writeEndObject();
    }

    static void said(JsonGenerator json, String name, Said said) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("en", said.english());
        json.writeStringProperty("fa", said.persian());
        json.writeEndObject();
    }

    private static void scenario(JsonGenerator json, ScenarioReport.Result result) {
        json.writeStartObject();
        json.writeStringProperty("ruleSet", result.scenario().ruleSet());
        json.writeStringProperty("scenario", result.scenario().name());
        json.writeBooleanProperty("passed", result.passed());
        texts(json, "differences", result.differences());
        json.writeStringProperty("broken", result.broken());
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, Coverage.OfSet set) {
        json.writeStartObject();
        json.writeStringProperty("ruleSet", set.ruleSet());
        json.writeNumberProperty("rules", set.rules());
        json.writeNumberProperty("percent", set.percent());
        texts(json, "missed", set.missed().stream().map(Coverage.Missed::rule).toList());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
