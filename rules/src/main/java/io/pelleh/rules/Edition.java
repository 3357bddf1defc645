package io.pelleh.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which versions the files of a release stand for.
 *
 * @param release number of the release
 * @param placedSince number of the release in which something that places every customer last changed: scoring, segments,
 *     ladder or tiers
 * @param versions of rule sets by kind and name: the release in which its files last changed; the release's own for one
 *     that is not named
 */
public record Edition(long release, long placedSince, Map<String, Long> versions) {

    private static final Set<String> PLACING = Set.of("scoring", "segments", "ladder", "tiers", "vocabulary");

    public Edition {
        versions = Map.copyOf(versions);
    }

    /** Everything is new in this release. */
    public static Edition first(long release) {
        return new Edition(release, release, Map.of());
    }

    /** Files of a release by path. */
    public record Files(Map<String, byte[]> byPath) {

        private Set<String> changed(Files since) {
            Set<String> paths = new HashSet<>(byPath.keySet());
            paths.addAll(since.byPath.keySet());
            paths.removeIf(path -> Arrays.equals(byPath.get(path), since.byPath.get(path)));
            return paths;
        }
    }

    /** The edition of other files that come after these. */
    public Edition next(long number, Files was, Files is) {
        Set<String> changed = is.changed(was);
        Map<String, Long> next = new HashMap<>();
        for (String path : is.byPath().keySet()) {
            boolean fresh = changed.stream().anyMatch(other -> concerns(other, path));
            next.merge(set(path), fresh ? number : versions.getOrDefault(set(path), release), Math::max);
        }
        return new Edition(number, changed.stream().anyMatch(Edition::places) ? number : placedSince, next);
    }

    long version(String set) {
        return versions.getOrDefault(set, release);
    }

    /** A file concerns its own rule set, and a dictionary the sentences beside it. */
    private static boolean concerns(String changed, String path) {
        return set(changed).equals(set(path))
                || (changed.endsWith(".dsl")
                        && path.endsWith(".dslr")
                        && folder(changed).equals(folder(path)));
    }

    private static boolean places(String path) {
        return PLACING.contains(folder(path)) && !path.endsWith(".yaml") && !path.endsWith(".md");
    }

    private static String set(String path) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.indexOf('.', name);
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
