package io.pelleh.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One is told from many in the words of the marketer. */
class BlanksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            You get {points, plural, =1 {# point} other {# points}} for {sku}.|1|You get 1 point for $x.
            You get {points, plural, =1 {# point} other {# points}} for {sku}.|1,000|You get 1,000 points for $x.
            You get {points, plural, =1 {one point} other {# points}}.|1|You get one point.
            {points, plural, =1 {A point} other {Points}}: {points}|2|Points: 2
            {points} and {amount}|1|""
            {amount, plural, =1 {x} other {y}}|1|""
            {points, plural, =1 {} other {s}}|1|""
            no blanks|1|no blanks
            """)
    void aBlankIsFilledInByTheWordsForItsNumber(String text, String points, String filled) {
        assertThat(Blanks.filled(text, Map.of("points", points, "sku", "$x"), () -> "1"))
                .isEqualTo(filled);
    }
}
