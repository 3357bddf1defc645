package io.pelleh.rules.reading;

import io.pelleh.rules.text.Script;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people see them: two that look alike are the same. */
final class Names {

    /** Letters of other scripts that look like the Latin ones below them. */
    private static final String LIKE = "асеорхукмтвнгіјѕԁһԛԝοανρτυχκηιεⅼ";

    private static final String LATIN = "aceopxykmtbhrijsdhqwoavptuxkniel";

    private Names() {}

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");
    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

    /** The form in which names are compared: case, gaps, joiners, marks, digits and look-alikes made one. */
    static String seen(String name) {
        String bare =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        String plain = GAPS.matcher(Script.normal(bare).strip()).replaceAll("-").toLowerCase(Locale.ROOT);
        StringBuilder seen = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int like = LIKE.indexOf(plain.charAt(i));
            seen.append(like < 0 ? plain.charAt(i) : LATIN.charAt(like));
        }
        return seen.toString();
    }
}
