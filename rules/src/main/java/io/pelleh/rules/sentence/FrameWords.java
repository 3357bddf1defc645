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
            case "budget" -> new Bilingual("at most {amount} off in all", "حداکثر {amount} تخفیف در کل");
            case "limits" -> new Bilingual("limits {limits}", "سقف {limits}");
            case "exclusive" -> new Bilingual("not together with any other", "همراه هیچ تخفیف دیگری نیست");
            case "excludes" -> new Bilingual("not together with {names}", "همراه {names} نیست");
            case "onReturn" ->
                new Bilingual(
                        "taken back when the rest no longer qualifies",
                        "اگر باقی کالاها واجد شرایط نباشند پس گرفته می‌شود");
            case "onReturn keep_uses" ->
                new Bilingual("a use counts even when all comes back", "با برگشت همهٔ کالاها هم مصرف‌شده می‌ماند");
            case "atMost" -> new Bilingual("at most {amount} off", "حداکثر {amount} تخفیف");
            case "piecesPerLine" ->
                new Bilingual("for at most {pieces} pieces of each product", "حداکثر برای {pieces} عدد از هر کالا");
            case "groupsOf" -> new Bilingual("for full groups of {pieces} pieces", "برای گروه‌های کامل {pieces} تایی");
            case "minPieces" ->
                new Bilingual("from {pieces} matching pieces on", "از {pieces} عدد کالای همخوان به بالا");
            case "minTotal" ->
                new Bilingual("from {amount} of matching products on", "از {amount} کالای همخوان به بالا");
            case "validFrom" -> new Bilingual("valid from {date}", "معتبر از {date}");
            default -> new Bilingual("valid before {date}", "معتبر تا پیش از {date}");
        };
    }
}
