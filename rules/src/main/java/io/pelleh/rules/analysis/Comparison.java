package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Change.Kind;
import io.pelleh.rules.reading.Library;
import io.pelleh.rules.reading.WrittenRule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in business words what changed between two versions of the rules. */
public final class Comparison {

    private Comparison() {}

    /** One of the two. */
    public record Version(ZoneId zone, Library library, Map<String, byte[]> files) {

        Map<String, WrittenRule> byId() {
            Map<String, WrittenRule> byId = new LinkedHashMap<>();
            library.rules().forEach(rule -> byId.putIfAbsent(rule.rule().id(), rule));
            return byId;
        }
    }

    /** Everything that changed. */
    public static List<Change> of(Version before, Version after) {
        List<Change> changes = new ArrayList<>();
        Map<String, WrittenRule> old = before.byId();
        Map<String, WrittenRule> young = after.byId();
        young.forEach((id, rule) -> {
            if (!old.containsKey(id)) {
                changes.add(
                        new Change(Kind.ADDED, rule.origin().file(), id, new Said(id + " is new", id + " تازه است")));
            }
        });
        old.forEach((id, rule) -> {
            if (!young.containsKey(id)) {
                changes.add(
                        new Change(Kind.REMOVED, rule.origin().file(), id, new Said(id + " is gone", id + " حذف شد")));
            }
        });
        return changes;
    }
}
