package io.pelleh.rules.text;

/**
 * Something wrong at a known spot.
 *
 * @param spot line ({@code 12}), cell ({@code B9}) or JSON pointer ({@code /rows/3/2})
 * @param rule name of the rule, or empty
 */
public record Flaw(String spot, String rule, String reason, String hint) {

    public static Flaw of(String rule, Wrong wrong) {
        return new Flaw(wrong.spot(), rule, wrong.reason(), wrong.hint());
    }
}
