package io.pelleh.api.eventtype;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;

/** Patterns of schemas on an engine that no pattern can keep busy. */
final class LinearPattern {

    private LinearPattern() {}

    /** @throws com.google.re2j.PatternSyntaxException when the engine does not know the pattern's syntax */
    static RegularExpression compile(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return value -> pattern.matcher(value).find();
    }
}
