package io.pelleh.bench.evaluate;

import io.pelleh.bench.promotion.Promotions;
import io.pelleh.bench.promotion.RuleFiles;

/** Who is compared. */
public enum Candidate {
    TABLE("Pelleh, table"),
    DRL("Pelleh, DRL"),
    LINEAR("by hand, linear scan"),
    INDEXED("by hand, indexed"),
    EASY_RULES("Easy Rules 4.1.0"),
    EVRETE("Evrete 4.0.3");

    private final String title;

    Candidate(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Evaluator make(Promotions promotions) {
        return switch (this) {
            case TABLE -> new PellehRules(RuleFiles.table(promotions));
            case DRL -> new PellehRules(RuleFiles.drl(promotions));
            case LINEAR -> new LinearScan(promotions.all());
            case INDEXED -> new IndexedScan(promotions.all());
            case EASY_RULES -> new EasyRules(promotions.all());
            case EVRETE -> new Evrete(promotions.all());
        };
    }
}
