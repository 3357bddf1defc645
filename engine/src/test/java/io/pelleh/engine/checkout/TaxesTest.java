package io.pelleh.engine.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Taxes are those of what is left after discounts, line by line, each rounded once. */
class TaxesTest {

    private static final BigDecimal TENTH = BigDecimal.TEN;
    private static final BigDecimal NEW_YORK = new BigDecimal("8.875");

    @Test
    void aPriceThatContainsItsTaxIsNotRaisedByIt() {
        Tax tax = taxes(true, RoundingMode.HALF_UP).on(new long[] {11_000, 10_000}, 550);

        assertThat(tax).isEqualTo(new Tax(true, List.of(1_000L, 815L), 50));
        assertThat(tax.onTop()).isZero();
    }

    @Test
    void aPriceWithoutItsTaxIsRaisedByIt() {
        Tax tax = taxes(false, RoundingMode.HALF_UP).on(new long[] {11_000, 10_000}, 550);

        assertThat(tax).isEqualTo(new Tax(false, List.of(1_100L, 888L), 55));
        assertThat(tax.onTop()).isEqualTo(2_043);
    }

    @Test
    void halvesGoWhereTheCurrencySays() {
        long[] five = {5, 0};

        assertThat(taxes(false, RoundingMode.HALF_UP).on(five, 0).total()).isEqualTo(1);
        assertThat(taxes(false, RoundingMode.HALF_EVEN).on(five, 0).total()).isZero();
        assertThat(taxes(false, RoundingMode.UP).on(new long[] {1, 0}, 0).total())
                .isEqualTo(1);
    }

    private static Taxes taxes(boolean included, RoundingMode rounding) {
        return new Taxes(included, List.of(TENTH, NEW_YORK), TENTH, rounding);
    }
}
