package io.pelleh.rules.analysis;

import io.pelleh.rules.analysis.Finding.Kind;
import io.pelleh.rules.analysis.Finding.Severity;
import io.pelleh.rules.reading.WrittenRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers findings: one for each rule and kind, since what is said twice is read never. */
final class Findings {

    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final Set<String> dead = new HashSet<>();

    void add(Kind kind, Placed about, List<Placed> others, Said sentence) {
        List<String> rules = new ArrayList<>(List.of(about.id()));
        others.forEach(other -> rules.add(other.id()));
        add(new Finding(kind, severity(kind), about.rule().origin(), rules, sentence, hint(kind)));
        if (kind == Kind.CONTRADICTION || kind == Kind.SHADOWED || kind == Kind.DUPLICATE || kind == Kind.NEVER_WINS) {
            dead.add(about.id());
        }
    }

    void add(Kind kind, WrittenRule.Origin origin, String subject, Said sentence) {
        add(new Finding(
                kind, severity(kind), origin, subject.isEmpty() ? List.of() : List.of(subject), sentence, hint(kind)));
    }

    private void add(Finding finding) {
        String key = finding.kind() + " " + finding.rules().stream().findFirst().orElse("")
                + finding.origin().file()
                + (finding.kind() == Kind.GAP ? finding.sentence().english() : "");
        found.putIfAbsent(key, finding);
    }

    /** Whether a rule was found never to matter. */
    boolean dead(Placed rule) {
        return dead.contains(rule.id());
    }

    List<Finding> all() {
        return List.copyOf(found.values());
    }

    private static Severity severity(Kind kind) {
        return switch (kind) {
            case CONTRADICTION, UNREACHABLE -> Severity.ERROR;
            case GAP, OVERLAP, SHADOWED, DUPLICATE, NEVER_WINS, EXPIRED -> Severity.WARNING;
            case NOT_YET_VALID, MIDNIGHT -> Severity.HINT;
        };
    }

    private static Said hint(Kind kind) {
        return switch (kind) {
            case GAP ->
                new Said(
                        "add a row for these values, or a last row without conditions",
                        "برای این مقدارها سطری بیفزایید، یا سطر آخری بی‌شرط");
            case OVERLAP ->
                new Said(
                        "let one range end where the other begins",
                        "بگذارید یک بازه جایی تمام شود که دیگری آغاز می‌شود");
            case SHADOWED ->
                new Said(
                        "move the row up, narrow the rows before it, or delete it",
                        "سطر را بالاتر ببرید، سطرهای پیش از آن را تنگ‌تر کنید، یا آن را حذف کنید");
            case DUPLICATE -> new Said("delete one of the two", "یکی از دو سطر را حذف کنید");
            case CONTRADICTION -> new Said("correct one of the conditions", "یکی از شرط‌ها را درست کنید");
            case UNREACHABLE ->
                new Said("add or widen a rule that leads there", "قانونی بیفزایید یا باز کنید که به آن برسد");
            case NEVER_WINS ->
                new Said(
                        "give it another lane, more, or conditions of its own",
                        "آن را به مسیر دیگری ببرید، بیشتر بدهید، یا شرط دیگری بگذارید");
            case EXPIRED -> new Said("delete it or give it a later date", "حذفش کنید یا تاریخ تازه‌ای بگذارید");
            case NOT_YET_VALID -> new Said("nothing to do if that is meant", "اگر همین منظور است کاری لازم نیست");
            case MIDNIGHT -> new Said("compare days with a number", "روزها را با یک عدد بسنجید");
        };
    }
}
