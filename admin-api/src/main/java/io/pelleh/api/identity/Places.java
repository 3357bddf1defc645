package io.pelleh.api.identity;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Names of places in one spelling: Persian letters for their Arabic twins, one blank between words. */
public final class Places {

    private Places() {}

    /** The name in the spelling in which it is kept and looked for. */
    public static @Nullable String normal(@Nullable String name) {
        return name == null
                ? null
                : Normalizer.normalize(name, Normalizer.Form.NFC)
                        .replace('\u064A', '\u06CC')
                        .replace('\u0643', '\u06A9')
                        .replaceAll("[\\s\\u200c]+", " ")
                        .strip();
    }
}
