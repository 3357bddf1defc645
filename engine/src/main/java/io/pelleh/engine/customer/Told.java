package io.pelleh.engine.customer;

/**
 * What the shop told about a customer under a name that its rules declare; never empty: what is unknown is not kept.
 */
public sealed interface Told {

    /** Characters of a text that is kept; a longer one counts as unknown. */
    int MAX_TEXT = 64;

    /** Values kept for a customer. */
    int MAX_VALUES = 20;

    /** As it would have been sent. */
    String text();

    /** A whole number. */
    record Whole(long value) implements Told {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /** A text. */
    record Text(String text) implements Told {
        public Text {
            if (text.isEmpty() || text.length() > MAX_TEXT) {
                throw new IllegalArgumentException("a text of 1 to 64 characters is kept, not of " + text.length());
            }
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Told {
        @Override
        public String text() {
            return Boolean.toString(yes);
        }
    }
}
