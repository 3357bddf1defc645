package io.pelleh.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.decision.Stage;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.rules.RuleBook;
import io.pelleh.rules.fixtures.Given;
import io.pelleh.rules.reading.WrittenRule;
import io.pelleh.rules.sentence.Dictionary.Asked;
import io.pelleh.rules.sentence.Dictionary.Said;
import io.pelleh.rules.vocabulary.Operator;
import io.pelleh.rules.vocabulary.Parameter;
import io.pelleh.rules.vocabulary.ShopAttributes;
import io.pelleh.rules.vocabulary.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DictionaryTest {

    private static final String OWN = """
            path,type,unit,label_en,label_fa,values
            basket.attributes.channel,text,,Channel,کانال فروش,
            basket.attributes.gift,flag,,Gift,هدیه,
            item.attributes.weight,number,count,Weight in grams,وزن به گرم,
            """;
    private static final Vocabulary ALL = ShopAttributes.read(OWN).vocabulary();

    private static Dictionary in(Language language) {
        return Dictionary.of(language, ALL);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyAttributeHasASentenceForEveryOperatorAndEveryVerbHasOne(Language language) {
        List<Said> said = in(language).conditions();
        List<Verb> verbs = in(language).effects().stream().map(Asked::verb).toList();

        Set<String> templates = new HashSet<>();
        said.forEach(s -> assertThat(templates.add(s.sentence().template()))
                .as(s.sentence().template())
                .isTrue());
        for (Attribute attribute : ALL.all()) {
            for (Operator operator : Operator.fitting(attribute)) {
                assertThat(said).anyMatch(s -> s.attribute().equals(attribute) && s.operator() == operator);
            }
        }
        assertThat(verbs).containsExactlyElementsOf(Verb.all());
    }

    @Test
    void everyConditionSaysTheSameInBothLanguages() {
        List<Said> english = in(Language.ENGLISH).conditions();
        List<Said> persian = in(Language.PERSIAN).conditions();
        StringBuilder inEnglish = new StringBuilder("expander english\n");
        StringBuilder inPersian = new StringBuilder("expander persian\n");
        for (int i = 0; i < english.size(); i++) {
            List<String> values = values(english.get(i));
            inEnglish.append("rule \"").append(i).append("\"\nwhen\n");
            inEnglish.append(english.get(i).sentence().say(values)).append("\nthen\nsend the message \"x\"\nend\n");
            inPersian.append("قانون «").append(i).append("»\nاگر\n");
            inPersian
                    .append(persian(persian.get(i).sentence().say(values)))
                    .append("\nآنگاه\nپیام «x» را بفرست\nپایان\n");
        }

        List<WrittenRule> rules = rules("promotions/p.dslr", inEnglish.toString());

        assertThat(rules).hasSameSizeAs(english);
        assertThat(rules("promotions/p.dslr", inPersian.toString()))
                .extracting(DictionaryTest::meaning)
                .containsExactlyElementsOf(
                        rules.stream().map(DictionaryTest::meaning).toList());
        for (int i = 0; i < rules.size(); i++) {
            Said said = english.get(Integer.parseInt(rules.get(i).rule().id().substring("promotions/p/".length())));
            assertThat(rules.get(i).rule().conditions().getFirst().attribute())
                    .isEqualTo(said.attribute().path());
            assertThat(rules.get(i).rule().conditions().getFirst().operator())
                    .isEqualTo(said.operator().sign());
        }
    }

    private static List<String> values(Said said) {
        if (!said.sentence().template().contains("{")) {
            return List.of();
        }
        boolean number = said.attribute() instanceof Attribute.Numeric;
        String one = number ? "1,250" : sample(said.attribute().path(), "LOYAL", "gold", "چای سبز");
        String other = number ? "7" : sample(said.attribute().path(), "REPEAT", "silver", "tea");
        return said.operator().lists() ? List.of(one, other) : List.of(one);
    }

    private static String sample(String path, String rung, String tier, String other) {
        return "\"" + (path.equals("customer.rung") ? rung : path.equals("customer.tier") ? tier : other) + "\"";
    }

    /** As a Persian keyboard writes it. */
    private static String persian(String sentence) {
        StringBuilder out = new StringBuilder();
        boolean open = false;
        for (char c : sentence.toCharArray()) {
            if (c == '"') {
                out.append(open ? '»' : '«');
                open = !open;
            } else if (c == ',' && !open) {
                out.append(sentence.contains("1,") && out.toString().endsWith("۱") ? '٬' : '،');
            } else {
                out.append(c >= '0' && c <= '9' && !open ? (char) ('۰' + c - '0') : c);
            }
        }
        return out.toString();
    }

    private static String meaning(WrittenRule rule) {
        return rule.rule() + " " + rule.when() + " " + rule.asks() + " " + rule.validity();
    }

    @Test
    void everyEffectSaysTheSameInBothLanguages() {
        for (Verb verb : Verb.all()) {
            String folder = verb.stage().name().toLowerCase(Locale.ROOT);
            String english = sentence(Language.ENGLISH, verb);
            String persian = persian(sentence(Language.PERSIAN, verb));
            String tea =
                    verb.stage() == Stage.PROMOTIONS ? "the product is \"tea\"\n" : "the customer is not a guest\n";

            List<WrittenRule> said = rules(
                    folder + "/p.dslr", "expander english\nrule \"r\"\nwhen\n" + tea + "then\n" + english + "\nend\n");
            List<WrittenRule> persianSaid = rules(
                    folder + "/p.dslr",
                    "expander persian\nقانون «r»\nاگر\n"
                            + (verb.stage() == Stage.PROMOTIONS ? "کالا «tea» است\n" : "مشتری مهمان نیست\n")
                            + "آنگاه\n" + persian + "\nپایان\n");

            assertThat(said).as(english).hasSize(1);
            assertThat(persianSaid).extracting(DictionaryTest::meaning).containsExactly(meaning(said.getFirst()));
        }
    }

    private static String sentence(Language language, Verb verb) {
        Asked asked = in(language).effects().stream()
                .filter(a -> a.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        List<String> values = asked.sentence().gaps().stream()
                .map(gap -> verb.parameters().stream()
                        .filter(p -> p.name().equals(gap))
                        .map(DictionaryTest::sample)
                        .findFirst()
                        .orElseThrow())
                .toList();
        return asked.sentence().say(values);
    }

    private static String sample(Parameter parameter) {
        if (parameter.name().equals("products")) {
            return "\"tea + cup\"";
        }
        return switch (parameter.type()) {
            case SCORE -> "4";
            case RUNG -> "LOYAL";
            case TIER -> "\"gold\"";
            case TEXT -> "\"چای ۱\"";
            case PERCENT -> "15";
            case MONEY -> "1,000,000";
            case POINTS, COUNT, DAYS -> "30";
            case DATE -> "2030-03-20";
        };
    }

    @Test
    void halfSpacesArabicLettersAndUnitsDoNotMatter() {
        List<String> written = List.of(
                "جمع سبد دست‌کم ۲٬۰۰۰٬۰۰۰ ریال است",
                "- و جمع سبد دست کم 2000000 است",
                "جمع سبد دستکم ٢٠٠٠٠٠٠ ريال است.");
        for (String line : written) {
            List<WrittenRule> rules = rules(
                    "promotions/p.dslr",
                    "expander persian\nقانون «r»\nاگر\n" + line + "\nآنگاه\nارسال را رایگان کن\nپایان\n");
            assertThat(rules.getFirst().rule().conditions().toString()).contains("basket.total", ">=", "2000000");
        }
    }

    @Test
    void aLineThatNoSentenceSaysIsAProblemOfItsLineWithTheNearestSentence() {
        RuleBook book = RuleBook.read(Given.TEHRAN, Given.files("promotions/p.dslr", """
                expander english

                rule "r"
                when
                  the total of the baskets is at least 5
                then
                  ship for free
                end
                rule "money"
                when
                  the total of the basket is at least 5 toman
                then
                  ship for free
                """));

        assertThat(book.problems()).hasSize(2);
        assertThat(book.problems().getFirst().place().line()).isEqualTo(5);
        assertThat(book.problems().getFirst().hint()).contains("the total of the basket is at least {value}");
        assertThat(book.problems().getLast().reason()).contains("no end");
        assertThat(book.problems().getLast().place().line()).isEqualTo(9);
    }

    private static List<WrittenRule> rules(String path, String text) {
        RuleBook book = RuleBook.read(
                Given.TEHRAN,
                Given.files(path, text, ShopAttributes.PATH, OWN, "tiers/tiers.csv", "tier\nsilver\ngold\n"));
        assertThat(book.problems()).as(text.length() < 400 ? text : path).isEmpty();
        return book.rules().stream()
                .sorted(java.util.Comparator.comparing(rule -> rule.rule().id()))
                .toList();
    }
}
