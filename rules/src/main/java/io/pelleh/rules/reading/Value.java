package io.pelleh.rules.reading;

/** A constant in a rule. */
public sealed interface Value {

    /** As people read it. */
    String shown();

    /** A whole number. */
    record Whole(long number) implements Value {
        @Override
        public String shown() {
            return Long.toString(number);
        }
    }

    /** A text. */
    record Word(String text) implements Value {
        @Override
        public String shown() {
            return text;
        }
    }

    /** Yes or no. */
    record Truth(boolean yes) implements Value {
        @Override
        public String shown() {
            return Boolean.toString(yes);
        }
    }
}
