package io.pelleh.bench.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.rules.RuleCompiler;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A benchmark whose rules no longer compile would be noticed only when somebody measures. */
class RuleFilesTest {

    private static final Promotions BOOK = Promotions.ofSize(20);

    @Test
    void theShopThatIsMeasuredCompiles() {
        Map<String, byte[]> files = RuleFiles.shop(BOOK);
        files.putAll(RuleFiles.codes());

        assertThat(RuleCompiler.compile(1, Baskets.ZONE, files)).isNotNull();
    }

    @Test
    void theSamePromotionsCompileAsDrl() {
        Map<String, byte[]> files = RuleFiles.shop(BOOK);
        files.remove("promotions/bench.csv");
        files.putAll(RuleFiles.drl(BOOK));

        assertThat(RuleCompiler.compile(1, Baskets.ZONE, files)).isNotNull();
    }
}
