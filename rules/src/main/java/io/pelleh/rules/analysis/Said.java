package io.pelleh.rules.analysis;

/** A sentence in both languages of the console. */
public record Said(String english, String persian) {

    public static final Said NOTHING = new Said("", "");
}
