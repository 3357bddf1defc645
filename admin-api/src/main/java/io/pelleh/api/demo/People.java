package io.pelleh.api.demo;

import io.pelleh.engine.event.PersonalData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Made-up people: every name is put together by chance. */
final class People {

    private static final List<String> WOMEN_FA = List.of(
            "نیلوفر", "سارا", "مریم", "پریسا", "شیرین", "یاسمن", "الهام", "مهسا", "نگار", "رؤیا", "لیلا", "ترانه");
    private static final List<String> MEN_FA =
            List.of("امید", "بابک", "داریوش", "کیان", "آرش", "رضا", "سینا", "فرهاد", "کاوه", "پویا", "نیما", "بهرام");
    private static final List<String> FAMILIES_FA = List.of(
            "آسمانی",
            "باغبان",
            "پله‌چی",
            "چمن‌زار",
            "دریادل",
            "رنگین‌کمان",
            "سپیددشت",
            "کوهستانی",
            "گل‌پرور",
            "مهتابی");
    private static final List<String> CITIES = List.of("تهران", "شیراز", "اصفهان", "تبریز", "مشهد", "یزد", "رشت");

    private static final List<String> WOMEN_EN = List.of("Nora", "Clara", "Maya", "Ivy", "Hazel", "Ruby");
    private static final List<String> MEN_EN = List.of("Felix", "Oscar", "Theo", "Miles", "Jasper", "Hugo");
    private static final List<String> FAMILIES_EN =
            List.of("Lanternby", "Copperfold", "Brookwhistle", "Thistledew", "Marrowgate");

    private static final int PERSIAN_PERCENT = 70;
    private static final int WOMEN_PERCENT = 55;
    private static final int BORN_FROM = 1950;
    private static final int BORN_TO = 2005;
    private static final int DAYS_OF_YEAR = 365;

    private People() {}

    static PersonalData any(Chance chance) {
        boolean woman = chance.percent(WOMEN_PERCENT);
        LocalDate birth = LocalDate.ofYearDay(chance.in(BORN_FROM, BORN_TO), chance.in(1, DAYS_OF_YEAR));
        return chance.percent(PERSIAN_PERCENT) ? persian(chance, woman, birth) : english(chance, woman, birth);
    }

    private static PersonalData persian(Chance chance, boolean woman, LocalDate birth) {
        String name = chance.pick(woman ? WOMEN_FA : MEN_FA) + " " + chance.pick(FAMILIES_FA);
        return new PersonalData(name, null, null, gender(woman), chance.pick(CITIES), birth, "fa", Map.of());
    }

    private static PersonalData english(Chance chance, boolean woman, LocalDate birth) {
        String name = chance.pick(woman ? WOMEN_EN : MEN_EN) + " " + chance.pick(FAMILIES_EN);
        return new PersonalData(name, null, null, gender(woman), chance.pick(CITIES), birth, "en", Map.of());
    }

    /** Somebody with a fixed name; born on the first day of 1990. */
    static PersonalData named(String name, boolean woman, String city) {
        return new PersonalData(name, null, null, gender(woman), city, LocalDate.of(1990, 1, 1), "fa", Map.of());
    }

    private static String gender(boolean woman) {
        return woman ? "female" : "male";
    }
}
