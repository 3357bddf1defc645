package io.pelleh.engine.customer;

/**
 * What a customer did besides buying, as lifetime counts.
 *
 * @param direct interactions that show interest in buying (a product page, a call, a visit)
 * @param indirect interactions that do not (a newsletter opened, a post read)
 * @param nps last answer to "would you recommend us", 0-10, or -1
 */
public record Engagement(
        int direct,
        int indirect,
        int quotes,
        int reviews,
        int social,
        int referralsMade,
        int referralsConverted,
        int nps) {

    public static final Engagement NONE = new Engagement(0, 0, 0, 0, 0, 0, 0, -1);

    /** One more of a kind. */
    public enum Kind {
        DIRECT,
        INDIRECT,
        QUOTE,
        REVIEW,
        SOCIAL,
        REFERRAL_MADE,
        REFERRAL_CONVERTED
    }

    public Engagement counted(Kind kind) {
        return new Engagement(
                direct + one(kind, Kind.DIRECT),
                indirect + one(kind, Kind.INDIRECT),
                quotes + one(kind, Kind.QUOTE),
                reviews + one(kind, Kind.REVIEW),
                social + one(kind, Kind.SOCIAL),
                referralsMade + one(kind, Kind.REFERRAL_MADE),
                referralsConverted + one(kind, Kind.REFERRAL_CONVERTED),
                nps);
    }

    public Engagement answered(int score) {
        return new Engagement(direct, indirect, quotes, reviews, social, referralsMade, referralsConverted, score);
    }

    /** Both counts as one; the other's answer stands where there is none here. */
    public Engagement plus(Engagement other) {
        return new Engagement(
                direct + other.direct,
                indirect + other.indirect,
                quotes + other.quotes,
                reviews + other.reviews,
                social + other.social,
                referralsMade + other.referralsMade,
                referralsConverted + other.referralsConverted,
                nps < 0 ? other.nps : nps);
    }

    private static int one(Kind kind, Kind counted) {
        return kind == counted ? 1 : 0;
    }
}
