package io.pelleh.api.demo;

import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.event.PersonalData;
import java.util.List;

/** The customers whom the banner and the README speak of, each made for what is shown on them. */
final class Cast {

    static final String GOLDEN = "golden-niloofar";
    static final String AT_RISK = "atrisk-dariush";
    static final String ASLEEP = "asleep-parisa";
    static final String NEW = "new-sara";
    static final String TEA_DRINKER = "tea-omid";
    static final String CURIOUS = "curious-yasaman";
    static final String ADVOCATE = "advocate-kian";

    private static final int NOON = 12 * 60;

    private Cast() {}

    static List<Story> stories(Days days) {
        return List.of(
                golden(days), atRisk(days), asleep(days), fresh(days), teaDrinker(days), curious(days), advocate(days));
    }

    private static Story golden(Days days) {
        Diary diary = met(days, GOLDEN, 420, People.named("نیلوفر مهتابی", true, "شیراز"));
        for (int ago = 400; ago >= 8; ago -= 28) {
            diary.ordered(days.ago(ago, NOON), List.of(Product.SAFFRON.times(2), Product.HONEY.times(1)));
        }
        diary.answered(days.ago(30, NOON), 9);
        diary.reviewed(days.ago(25, NOON), Product.SAFFRON.sku(), 5);
        return diary.story();
    }

    private static Story atRisk(Days days) {
        Diary diary = met(days, AT_RISK, 410, People.named("داریوش کوهستانی", false, "تهران"));
        for (int ago = 400; ago >= 100; ago -= 50) {
            diary.ordered(days.ago(ago, NOON), List.of(Product.COFFEE.times(1), Product.DATES.times(1)));
        }
        return diary.story();
    }

    private static Story asleep(Days days) {
        Diary diary = met(days, ASLEEP, 470, People.named("پریسا باغبان", true, "اصفهان"));
        for (int ago : new int[] {460, 400, 290}) {
            diary.ordered(days.ago(ago, NOON), List.of(Product.SOAP.times(2), Product.SUGAR.times(1)));
        }
        return diary.story();
    }

    private static Story fresh(Days days) {
        Diary diary = met(days, NEW, 2, People.named("سارا دریادل", true, "تبریز"));
        diary.interacted(days.ago(2, NOON), true, Product.MUG.sku());
        return diary.story();
    }

    private static Story teaDrinker(Days days) {
        Diary diary = met(days, TEA_DRINKER, 200, People.named("امید آسمانی", false, "رشت"));
        for (int ago = 190; ago >= 10; ago -= 30) {
            diary.ordered(days.ago(ago, NOON), teaTime());
        }
        return diary.story();
    }

    private static List<Line> teaTime() {
        return List.of(Product.TEA.times(1));
    }

    private static Story curious(Days days) {
        Diary diary = new Diary(days, CURIOUS);
        diary.identified(days.ago(21, NOON), People.named("یاسمن گل‌پرور", true, "شیراز"));
        diary.interacted(days.ago(21, NOON), true, Product.SAFFRON.sku());
        diary.asked(days.ago(20, NOON), Product.SAFFRON);
        return diary.story();
    }

    private static Story advocate(Days days) {
        Diary diary = met(days, ADVOCATE, 400, People.named("کیان سپیددشت", false, "یزد"));
        for (int ago = 380; ago >= 10; ago -= 25) {
            diary.ordered(days.ago(ago, NOON), List.of(Product.TEA_THREE_PACK.times(1), Product.HONEY.times(1)));
        }
        diary.answered(days.ago(20, NOON), 10);
        diary.recommended(days.ago(60, NOON), true);
        diary.recommended(days.ago(40, NOON), true);
        return diary.story();
    }

    private static Diary met(Days days, String id, int daysAgo, PersonalData person) {
        Diary diary = new Diary(days, id);
        diary.identified(days.ago(daysAgo, NOON), person);
        diary.enrolled(days.ago(daysAgo, NOON));
        diary.consented(days.ago(daysAgo, NOON), true);
        return diary;
    }
}
