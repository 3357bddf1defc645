package io.pelleh.rules;

import io.pelleh.engine.decision.Proposal;
import io.pelleh.engine.facts.Situation;
import io.pelleh.rules.compiled.CompiledRules;
import io.pelleh.rules.compiled.CompiledWorker;
import io.pelleh.rules.match.Matches;
import io.pelleh.rules.match.Sayings;
import io.pelleh.rules.match.Scene;
import io.pelleh.rules.rows.RowWorker;
import io.pelleh.rules.rows.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the rows and the compiled rules of a stage. Not thread-safe. */
final class Worker {

    private final Matches matches = new Matches();
    private final @Nullable RowWorker rows;
    private final @Nullable CompiledWorker compiled;
    private final boolean remembers;

    Worker(@Nullable Rows rows, @Nullable CompiledRules compiled) {
        this.rows = rows == null ? null : rows.worker(matches);
        this.compiled = compiled == null ? null : compiled.worker(matches);
        this.remembers = (rows != null && rows.remembers()) || (compiled != null && compiled.remembers());
    }

    List<Proposal> run(Situation situation, Sayings sayings) {
        Scene scene = new Scene(situation, remembers);
        matches.clear();
        if (rows != null) {
            rows.run(scene);
        }
        if (compiled != null) {
            compiled.run(scene);
        }
        return matches.proposals(sayings, scene);
    }

    boolean clean() {
        return (rows == null || rows.clean()) && (compiled == null || compiled.clean());
    }

    void close() {
        if (rows != null) {
            rows.close();
        }
        if (compiled != null) {
            compiled.close();
        }
    }
}
