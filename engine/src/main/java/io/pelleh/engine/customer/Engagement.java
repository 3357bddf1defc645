package io.pelleh.engine.customer;

/**
 * What a customer did besides buying, as lifetime counts.
 *
 * @param direct interactions that show interest in buying (a product page, a call, a visit)
 * @param indirect interactions that do not (a newsletter opened, a post read)
 * @param nps last answer to "would you recommend us", 0-10, or -1
 */
public record Engagement(
        int direct, int indirect, int quotes, int reviews, int social, int referralsMade, int referralsConverted, int nps) {

    public static final Engagement NONE = new Engagement(0, 0, 0, 0, 0, 0, 0, -1);
}
