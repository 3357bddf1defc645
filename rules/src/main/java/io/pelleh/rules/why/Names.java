package io.pelleh.rules.why;

import org.jspecify.annotations.Nullable;

/** What earlier patterns of a rule gave names to: facts, and values of attributes. */
record Names(@Nullable Names before, String name, Object value) {

    static final Names NONE = new Names(null, "", "");

    Names with(@Nullable String next, Object meaning) {
        return next == null ? this : new Names(this, next, meaning);
    }

    @Nullable
    Object find(String wanted) {
        for (Names names = this; names != null; names = names.before()) {
            if (names.name().equals(wanted)) {
                return names.value();
            }
        }
        return null;
    }
}
