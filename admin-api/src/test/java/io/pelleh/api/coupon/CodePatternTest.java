package io.pelleh.api.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.checkout.CouponCode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodePatternTest {

    private static final long SEED = 20260321;
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> PATTERNS =
            List.of("SPRING-####-####-####C", "####-####-C", "A#B#C#D#E#F#G#H#I#", "################C");

    private final Random random = new Random(SEED);

    /** Of the standard itself: ISO/IEC 7064, MOD 37,36. */
    @Test
    void theCheckCharacterIsTheOneOfTheStandard() {
        assertThat(CheckCharacter.of("A12425GABC1234002")).isEqualTo('M');
        assertThat(CheckCharacter.fits("A12425GABC1234002M")).isTrue();
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        for (int i = 0; i < 2_000; i++) {
            String code = new CodePattern("SPRING-####-####-####C", false).next(random);
            assertThat(CheckCharacter.fits(code)).as(code).isTrue();

            int place = random.nextInt(code.length());
            for (char other : CHARACTERS.toCharArray()) {
                String wrong = code.substring(0, place) + other + code.substring(place + 1);
                assertThat(CheckCharacter.fits(wrong)).as(code + " " + wrong).isEqualTo(other == code.charAt(place));
            }
        }
    }

    @Test
    void nearlyEveryTwoNeighboursThatChangedPlacesAreFound() {
        int swapped = 0;
        int missed = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder code = new StringBuilder(new CodePattern("############C", false).next(random));
            int place = random.nextInt(code.length() - 1);
            if (code.charAt(place) != code.charAt(place + 1)) {
                char first = code.charAt(place);
                code.setCharAt(place, code.charAt(place + 1));
                code.setCharAt(place + 1, first);
                swapped++;
                missed += CheckCharacter.fits(code.toString()) ? 1 : 0;
            }
        }

        assertThat(missed).as("of " + swapped).isLessThan(swapped / 50);
    }

    @Test
    void whateverThePatternACodeShowsItAndIsFoundHoweverItIsTyped() {
        for (String text : PATTERNS) {
            CodePattern pattern = new CodePattern(text, false);
            for (int i = 0; i < 500; i++) {
                String code = pattern.next(random);
                String shown = pattern.shown(code);

                assertThat(shown).hasSameSizeAs(text);
                assertThat(CouponCode.normal(shown)).isEqualTo(code);
                assertThat(CouponCode.normal(
                                " " + shown.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                        .isEqualTo(code);
                assertThat(pattern.checked()).isEqualTo(text.endsWith("#C") || text.endsWith("-C"));
                assertThat(!pattern.checked() || CheckCharacter.fits(code)).isTrue();
                assertThat(code.substring(code.length() - 1)).doesNotMatch("[01IO]");
            }
        }
    }

    @Test
    void randomCharactersAreAllOfTheAlphabetAndCodesDoNotRepeat() {
        Set<Character> seen = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            String code = new CodePattern("############", false).next(random);
            code.chars().forEach(c -> seen.add((char) c));
            codes.add(code);
        }

        assertThat(seen).hasSize(CodePattern.ALPHABET.length());
        assertThat(codes).hasSize(5_000);
    }

    @Test
    void aPatternWhoseCodesCouldBeGuessedIsRefusedWithWhatItNeeds() {
        assertThat(CodePattern.flaw("####-####", 1)).isEmpty();
        assertThat(CodePattern.flaw("####-####", 2))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("2 of them", "at least 9", "has 8"));
        assertThat(CodePattern.flaw("####-####-####", 1_000_000)).isEmpty();
        assertThat(CodePattern.flaw("####-####-###", 1_000_000)).isPresent();
        assertThat(CodePattern.flaw("HELLO", 1)).isPresent();
        assertThat(CodePattern.flaw("سلام########", 1)).isPresent();
    }

    @Test
    void codesCompareInOneForm() {
        assertThat(CouponCode.normal(" spring-۱۲٣4 ")).isEqualTo("SPRING1234");
        assertThat(CouponCode.normal("ab\u200Cc–d_e")).isEqualTo("ABCDE");
        assertThat(CouponCode.normal("كد يلدا")).isEqualTo(CouponCode.normal("کد یلدا"));
        assertThat(CouponCode.normal(" -- ")).isEmpty();
    }
}
