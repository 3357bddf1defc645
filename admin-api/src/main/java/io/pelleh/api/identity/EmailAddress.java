package io.pelleh.api.identity;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in one form: lower case, the domain in ASCII. */
final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL = Pattern.compile("[^\\s@\"<>,;:\\p{Cntrl}]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    private EmailAddress() {}

    /** @return empty when it is no address */
    static Optional<String> normal(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = ascii(address.substring(at + 1));
        boolean sound = LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && at + 1 + domain.length() <= MAX_LENGTH;
        return sound ? Optional.of(local + "@" + domain) : Optional.empty();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
