package io.pelleh.api.tidy;

/** The limits on shape. The tail is limited, not the median: one long method costs more than many short ones. */
enum Rule {
    FILE_LINES("lines in a file", 250),
    METHOD_LINES("lines in a method", 30),
    PARAMETERS("parameters", 4),
    /** A record's header is its field list, and a wiring method's parameters are the beans it joins. */
    COMPONENTS("record components or joined beans", 8),
    NESTING("nesting", 2),
    PACKAGE_INFO("package-info.java with a sentence and @NullMarked, missing", 0);

    private final String title;
    private final int limit;

    Rule(String title, int limit) {
        this.title = title;
        this.limit = limit;
    }

    String title() {
        return title;
    }

    int limit() {
        return limit;
    }
}
