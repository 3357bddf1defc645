package io.pelleh.engine.facts;

/** The same words in English and in Persian. */
public record Bilingual(String english, String persian) {

    /** In one of the two languages: {@code fa} is Persian, anything else English. */
    public String in(String language) {
        return language.equals("fa") ? persian : english;
    }
}
