package io.pelleh.rules.sentence;

import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Vocabulary.Entry;
import io.pelleh.rules.vocabulary.Operator;
import java.util.List;

/** Words the sentences of conditions: every attribute by every operator that fits it. */
final class Conditions {

    private Conditions() {}

    static Sentence sentence(Language language, Entry entry, Operator operator) {
        String phrase = language.of(entry.wording().phrase());
        String template = language == Language.ENGLISH
                ? english(entry.attribute(), phrase, operator)
                : persian(entry.attribute(), phrase, operator);
        boolean gap = template.contains("{");
        List<Slot> slots = gap ? List.of(Slot.of(entry.attribute())) : List.of();
        return new Sentence(template, slots, operator.lists());
    }

    /** Yes or no: the sentence or its opposite. */
    static Sentence flag(Language language, Entry entry, boolean yes) {
        String[] said = language.of(entry.wording().phrase()).split("\\|", 2);
        if (said.length == 2) {
            return new Sentence(said[yes ? 0 : 1].strip(), List.of(), false);
        }
        String template = language == Language.ENGLISH
                ? said[0] + (yes ? " is yes" : " is no")
                : said[0] + (yes ? " بله است" : " خیر است");
        return new Sentence(template, List.of(), false);
    }

    private static String english(Attribute attribute, String phrase, Operator operator) {
        String value = "{value}" + unit(attribute, "[ days]", "[ rial]");
        return switch (operator) {
            case EQUAL -> phrase + " is " + value;
            case NOT_EQUAL -> phrase + " is not " + value;
            case LESS -> phrase + " is less than " + value;
            case AT_MOST -> phrase + " is at most " + value;
            case MORE -> phrase + " is more than " + value;
            case AT_LEAST -> phrase + " is at least " + value;
            case IN -> phrase + " is one of " + value;
            case NOT_IN -> phrase + " is none of " + value;
            case CONTAINS -> phrase + " include " + value;
            case NOT_CONTAINS -> phrase + " do not include " + value;
        };
    }

    private static String persian(Attribute attribute, String phrase, Operator operator) {
        String value = "{value}" + unit(attribute, "[ روز]", "[ ریال]");
        return switch (operator) {
            case EQUAL -> phrase + " " + value + " است";
            case NOT_EQUAL -> phrase + " " + value + " نیست";
            case LESS -> phrase + " کمتر از " + value + " است";
            case AT_MOST -> phrase + " حداکثر " + value + " است";
            case MORE -> phrase + " بیشتر از " + value + " است";
            case AT_LEAST -> phrase + " دست‌کم " + value + " است";
            case IN -> phrase + " یکی از " + value + " است";
            case NOT_IN -> phrase + " هیچ‌یک از " + value + " نیست";
            case CONTAINS -> value + " در " + phrase + " هست";
            case NOT_CONTAINS -> value + " در " + phrase + " نیست";
        };
    }

    private static String unit(Attribute attribute, String days, String money) {
        if (!(attribute instanceof Attribute.Numeric number)) {
            return "";
        }
        return number.unit() == Unit.DAYS ? days : number.unit() == Unit.MONEY ? money : "";
    }
}
