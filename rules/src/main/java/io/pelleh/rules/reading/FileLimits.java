package io.pelleh.rules.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How many files there may be, how big, and what they may be called. */
final class FileLimits {

    private static final int MAX_FILES = 2_000;
    private static final int MAX_ALL = 64 << 20;
    private static final int MAX_PATH = 160;
    private static final int KIB = 1024;
    private static final Pattern PATH = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{Mn}\u200c._ -]*(/[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{Mn}\u200c._ -]*){1,5}");

    private final Problems problems;

    FileLimits(Problems problems) {
        this.problems = problems;
    }

    /** The files that may be looked at, by path. */
    Map<String, byte[]> fitting(Map<String, byte[]> files) {
        Map<String, byte[]> fitting = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        long all = 0;
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(files).entrySet()) {
            RuleFile file = new RuleFile(entry.getKey(), entry.getValue());
            all += file.size();
            String reason = reason(file, seen);
            if (all > MAX_ALL || fitting.size() >= MAX_FILES) {
                problems.add(file, "there are more than " + MAX_FILES + " files or 64 MiB", "use fewer");
                return fitting;
            }
            if (reason.isEmpty()) {
                fitting.put(file.path(), entry.getValue());
            } else {
                problems.add(file, reason, "see the limits in the documentation of rules");
            }
        }
        return fitting;
    }

    private static String reason(RuleFile file, Map<String, String> seen) {
        String path = file.path();
        if (path.length() > MAX_PATH
                || path.contains("..")
                || !PATH.matcher(path).matches()) {
            return "the path of a file is a folder and a plain name";
        }
        int most = most(file.ending());
        if (file.size() > most * KIB) {
            return "the file is larger than " + most + " KiB";
        }
        String twin = seen.putIfAbsent(Names.seen(holdsRules(file) ? file.set() : path), path);
        return twin == null ? "" : "another file has the same name or one that looks like it: " + twin;
    }

    private static boolean holdsRules(RuleFile file) {
        return switch (file.ending()) {
            case "csv", "xlsx", "grid.json", "drl", "dslr", "guided.json" -> true;
            default -> false;
        };
    }

    /** In KiB. */
    private static int most(String ending) {
        return switch (ending) {
            case "csv", "xlsx", "grid.json" -> 8 * KIB;
            case "yaml" -> 2 * KIB;
            case "dsl" -> 64;
            default -> 512;
        };
    }
}
