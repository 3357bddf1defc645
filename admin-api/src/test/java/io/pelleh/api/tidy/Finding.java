package io.pelleh.api.tidy;

import java.nio.file.Path;

/** One passed limit, at a line of a file; {@code member} names it in the list of exceptions. */
record Finding(Path file, int line, String member, Rule rule, int measured) {

    String key() {
        return file.toString().replace('\\', '/') + "#" + member + " " + rule.title();
    }

    @Override
    public String toString() {
        return "%s:%d %s: %s %d, limit %d (exception key: %s)"
                .formatted(file, line, member, rule.title(), measured, rule.limit(), key());
    }
}
