package io.pelleh.api.decision;

import io.pelleh.engine.decision.Refusal;
import io.pelleh.engine.facts.Bilingual;

/** Why a code brought nothing, as a shopper is told. */
final class RefusalTexts {

    private static final Bilingual NOT_FOR_THIS_BASKET =
            new Bilingual("This code does not fit your basket yet.", "این کد هنوز شامل سبد خرید شما نمی‌شود.");
    private static final Bilingual MORE_MONEY = new Bilingual(
            "Add {missing} more to your basket to use this code.",
            "برای استفاده از این کد {missing} دیگر به سبد خود بیفزایید.");
    private static final Bilingual MORE_PIECES = new Bilingual(
            "Add {missing} more of it to your basket to use this code.",
            "برای استفاده از این کد {missing} عدد دیگر به سبد خود بیفزایید.");
    private static final Bilingual BETTER =
            new Bilingual("You already get a better offer.", "پیشنهاد بهتری برای شما اعمال شده است.");
    private static final Bilingual NOT_VALID = new Bilingual("This code is not valid.", "این کد معتبر نیست.");
    private static final Bilingual USED_UP =
            new Bilingual("This code has been used up.", "این کد پیش از این مصرف شده است.");
    private static final Bilingual NOT_YOURS =
            new Bilingual("This code is not meant for you.", "این کد برای شما صادر نشده است.");
    private static final Bilingual SIGN_IN =
            new Bilingual("Please sign in to use this code.", "برای استفاده از این کد وارد حساب خود شوید.");
    private static final Bilingual ADDRESS = new Bilingual(
            "Please fill in your address to use this code.", "برای استفاده از این کد نشانی خود را وارد کنید.");
    private static final Bilingual NOT_TOGETHER = new Bilingual(
            "This code cannot be combined with your other offers.",
            "این کد همراه با پیشنهادهای دیگر شما قابل استفاده نیست.");
    private static final Bilingual NOT_NOW =
            new Bilingual("This offer is not available right now.", "این پیشنهاد اکنون در دسترس نیست.");

    private RefusalTexts() {}

    /** What to say of a condition of which {@code {missing}} is missing. */
    static Bilingual missing(String attribute) {
        return switch (attribute) {
            case "basket.total", "matching.total", "needed.total", "item.categoryTotal" -> MORE_MONEY;
            case "basket.units", "matching.units", "needed.units", "item.quantity", "item.skuUnits" -> MORE_PIECES;
            default -> NOT_FOR_THIS_BASKET;
        };
    }

    static Bilingual of(Refusal.Code code) {
        return switch (code) {
            case GAVE_LESS -> BETTER;
            case PROFILE_REQUIRED -> SIGN_IN;
            case KEY_REQUIRED -> ADDRESS;
            case LIMIT_REACHED -> USED_UP;
            case PAUSED -> NOT_NOW;
            case NOT_IN_AUDIENCE -> NOT_YOURS;
            case HELD_OUT, OTHER_ARM -> NOT_NOW;
            case NOTHING_TO_DISCOUNT -> NOT_FOR_THIS_BASKET;
            case EXCLUDED, EXCLUSIVE -> NOT_TOGETHER;
            case CONDITIONS_NOT_MET -> NOT_FOR_THIS_BASKET;
            case COUPON_NOT_FOUND -> NOT_VALID;
            case COUPON_NOT_YET_VALID ->
                new Bilingual("This code is not valid yet.", "زمان استفاده از این کد هنوز نرسیده است.");
            case COUPON_EXPIRED -> new Bilingual("This code has expired.", "مهلت استفاده از این کد گذشته است.");
            case COUPON_USED_UP -> USED_UP;
            case COUPON_NOT_YOURS -> NOT_YOURS;
            case COUPON_BLOCKED -> NOT_VALID;
            case COUPON_RESERVED ->
                new Bilingual(
                        "This code is being used in another basket.",
                        "این کد هم‌اکنون در سبد دیگری در حال استفاده است.");
            case COUPON_NOT_IN_USE, COUPON_NOT_ISSUED -> NOT_NOW;
        };
    }
}
