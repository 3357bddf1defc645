package io.pelleh.rules.sentence;

/** A line of a script of sentences, its script made one, and its number. */
record Line(String text, int number) {

    String spot() {
        return String.valueOf(number);
    }
}
