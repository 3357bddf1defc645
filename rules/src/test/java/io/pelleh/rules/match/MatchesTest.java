package io.pelleh.rules.match;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pelleh.engine.decision.EvaluationFailed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MatchesTest {

    private final AtomicLong clock = new AtomicLong();
    private final Matches matches = new Matches(clock::get);

    @Test
    void lookingAtRowsForMoreThanTwoSecondsEndsTheEvaluation() {
        matches.visit(100_000);
        clock.addAndGet(Duration.ofMillis(1_900).toNanos());
        matches.visit(100_000);
        clock.addAndGet(Duration.ofMillis(200).toNanos());

        assertThatThrownBy(() -> matches.visit(100_000)).isInstanceOf(EvaluationFailed.class);
    }

    @Test
    void theNextEvaluationHasItsOwnTwoSeconds() {
        matches.visit(100_000);
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        matches.clear();

        assertThatCode(() -> matches.visit(300_000)).doesNotThrowAnyException();
    }
}
