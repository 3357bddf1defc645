package io.pelleh.rules.sentence;

import io.pelleh.engine.facts.Bilingual;

/** The sentences between the name of a rule and its conditions. */
final class FrameWords {

    private FrameWords() {}

    static String of(Language language, String name) {
        return language.of(words(name));
    }

    private static Bilingual words(String name) {
        return switch (name) {
            case "campaign" -> new Bilingual("campaign {campaign}", "کمپین {campaign}");
            case "lane" -> new Bilingual("lane {lane}", "مسیر {lane}");
            case "priority" -> new Bilingual("priority {priority}", "اولویت {priority}");
            case "limit" -> new Bilingual("at most {limit} times in all", "حداکثر {limit} بار در کل");
            case "limitPerCustomer" ->
                new Bilingual("at most {limit} times for each customer", "حداکثر {limit} بار برای هر مشتری");
            case "validFrom" -> new Bilingual("valid from {date}", "معتبر از {date}");
            default -> new Bilingual("valid before {date}", "معتبر تا پیش از {date}");
        };
    }
}
