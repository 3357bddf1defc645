package io.pelleh.rules.analysis;

import io.pelleh.rules.reading.Subject;
import io.pelleh.rules.reading.WrittenRule;

/** A rule and where it can hold. */
record Placed(WrittenRule rule, Extent extent) {

    static Placed of(WrittenRule rule) {
        return new Placed(rule, Extent.of(rule));
    }

    String id() {
        return rule.rule().id();
    }

    /** For people: the last part of the id. */
    String name() {
        return id().substring(id().lastIndexOf('/') + 1);
    }

    /** The one box where it holds, exactly; null when it is not that simple. */
    @org.jspecify.annotations.Nullable
    Box box() {
        return extent.exact() && extent.boxes().size() == 1 ? extent.boxes().getFirst() : null;
    }

    /** Whether it is there whenever the other is: days, basket, lines and former purchases. */
    boolean present(Placed other) {
        WrittenRule theirs = other.rule;
        return !rule.validity().from().isAfter(theirs.validity().from())
                && !rule.validity().until().isBefore(theirs.validity().until())
                && (!rule.needsBasket() || theirs.needsBasket())
                && (!rule.uses(Subject.ITEM) || theirs.uses(Subject.ITEM))
                && (!rule.uses(Subject.BOUGHT) || theirs.uses(Subject.BOUGHT));
    }

    /** Whether it holds wherever the other can, and whenever. */
    boolean covers(Placed other) {
        Box mine = box();
        return mine != null && present(other) && other.extent.boxes().stream().allMatch(mine::covers);
    }

    /** Whether both hold in the same situations exactly. */
    boolean same(Placed other) {
        Box mine = box();
        Box theirs = other.box();
        boolean equal = (mine != null && theirs != null)
                ? mine.equals(theirs)
                : rule.when().equals(other.rule.when());
        return equal && rule.validity().equals(other.rule.validity()) && rule.about() == other.rule.about();
    }
}
