package io.pelleh.rules.analysis;

import io.pelleh.engine.decision.Condition;
import io.pelleh.engine.decision.Rule;
import io.pelleh.engine.decision.Terms;
import io.pelleh.engine.decision.Texts;
import io.pelleh.rules.analysis.Change.Kind;
import io.pelleh.rules.reading.RuleWriter;
import io.pelleh.rules.reading.WrittenRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What changed in one rule. */
final class RuleChanges {

    private final WrittenRule was;
    private final WrittenRule is;
    private final RuleWriter words;

    RuleChanges(WrittenRule was, WrittenRule is, RuleWriter words) {
        this.was = was;
        this.is = is;
        this.words = words;
    }

    void each(BiConsumer<Kind, Said> tell) {
        conditions(tell);
        if (!was.asks().equals(is.asks())) {
            tell.accept(Kind.EFFECT, instead(gives(is), gives(was)));
        }
        if (!was.validity().equals(is.validity())) {
            tell.accept(Kind.DATES, instead(days(is), days(was)));
        }
        Rule old = was.rule();
        Rule young = is.rule();
        if (old.priority() != young.priority()) {
            tell.accept(Kind.PRIORITY, instead("priority " + young.priority(), "" + old.priority()));
        }
        if (!old.lane().equals(young.lane())) {
            tell.accept(Kind.LANE, instead("lane " + young.lane(), old.lane()));
        }
        if (!old.limits().equals(young.limits())) {
            tell.accept(Kind.LIMIT, instead(limits(young), limits(old)));
        }
        if (!unsaid(old).equals(unsaid(young))) {
            tell.accept(Kind.TERMS, instead(terms(is), terms(was)));
        }
        if (!old.campaign().equals(young.campaign())) {
            tell.accept(Kind.CAMPAIGN, instead("campaign " + young.campaign(), old.campaign()));
        }
        texts(tell);
    }

    private void texts(BiConsumer<Kind, Said> tell) {
        if (!was.rule().terms().texts().equals(is.rule().terms().texts())) {
            String name = Comparison.name(is);
            tell.accept(
                    Kind.TEXT,
                    new Said(
                            name + ": shoppers are told something else",
                            "«" + name + "»: به خریدار متن دیگری گفته می‌شود"));
        }
    }

    /** The terms without what conditions and texts say. */
    private static Terms unsaid(Rule rule) {
        return rule.terms().asking("").told(Texts.NONE);
    }

    private void conditions(BiConsumer<Kind, Said> tell) {
        Map<String, String> old = byAttribute(was);
        Map<String, String> young = byAttribute(is);
        boolean told = false;
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(young.keySet());
        for (String path : paths) {
            String before = old.getOrDefault(path, "anything");
            String now = young.getOrDefault(path, "anything");
            if (!before.equals(now)) {
                tell.accept(Kind.CONDITION, instead((path + " " + now).strip(), before));
                told = true;
            }
        }
        if (!told && !was.when().equals(is.when())) {
            tell.accept(
                    Kind.CONDITION,
                    instead(
                            is.rule().conditions().toString(),
                            was.rule().conditions().toString()));
        }
    }

    private static Map<String, String> byAttribute(WrittenRule rule) {
        return rule.rule().conditions().stream()
                .collect(Collectors.groupingBy(
                        Condition::attribute,
                        LinkedHashMap::new,
                        Collectors.mapping(RuleChanges::words, Collectors.joining(" and "))));
    }

    private static String words(Condition condition) {
        String value = condition.expected().matches("-?[0-9]{1,18}")
                ? Telling.number(Long.parseLong(condition.expected()))
                : condition.expected();
        return switch (condition.operator()) {
            case ">=" -> "from " + value;
            case "<=" -> "up to " + value;
            case ">" -> "above " + value;
            case "<" -> "below " + value;
            case "==" -> value;
            case "rule" -> value;
            default -> condition.operator() + " " + value;
        };
    }

    private String gives(WrittenRule rule) {
        return rule.asks().stream().map(words::call).collect(Collectors.joining(", "));
    }

    private static String days(WrittenRule rule) {
        Instant from = rule.validity().from();
        Instant until = rule.validity().until();
        return (from.equals(Instant.MIN) ? "always" : "from " + from)
                + (until.equals(Instant.MAX) ? "" : " until " + until);
    }

    private static String terms(WrittenRule rule) {
        return RuleWriter.terms(rule.rule().terms());
    }

    private static String limits(Rule rule) {
        String limits = RuleWriter.limits(rule);
        return limits.isEmpty() ? "no limit" : limits;
    }

    private Said instead(String now, String before) {
        String name = Comparison.name(is);
        String shown = before.isEmpty() ? "none" : before;
        return new Said(
                name + ": " + now + " instead of " + shown,
                "«" + name + "»: " + persian(now) + " به جای " + persian(shown));
    }

    private static String persian(String words) {
        return words.replaceAll("\\bfrom\\b", "از")
                .replaceAll("\\bup to\\b", "تا")
                .replaceAll("\\babove\\b", "بیش از")
                .replaceAll("\\bbelow\\b", "کمتر از")
                .replaceAll("\\banything\\b", "هر چه")
                .replaceAll("\\balways\\b", "همیشه")
                .replaceAll("\\buntil\\b", "پیش از")
                .replaceAll("\\bpriority\\b", "اولویت")
                .replaceAll("\\blane\\b", "مسیر")
                .replaceAll("\\bcampaign\\b", "کارزار")
                .replaceAll("\\bno limit\\b", "بی‌حد")
                .replaceAll("\\blimit\\b", "حد")
                .replaceAll("\\blimitPerCustomer\\b", "حد هر مشتری")
                .replaceAll("\\blimits\\b", "حدها")
                .replaceAll("\\bbudget\\b", "بودجه")
                .replaceAll("\\bnone\\b", "هیچ");
    }
}
