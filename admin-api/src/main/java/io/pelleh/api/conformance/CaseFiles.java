package io.pelleh.api.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The promotions of a case as files of a release. A promotion is a campaign of its own, in a lane of its own; lanes stack by
 * priority. See docs/conformance.md.
 */
final class CaseFiles {

    private static final String BEFORE = "before";

    private final PromotionCase asked;
    private final LocalDate today;
    private final String name;
    private final StringBuilder rules = new StringBuilder();
    private final List<String> lanes = new ArrayList<>();

    /** @param name of the file of rules: counters belong to a promotion's id, so no two cases share one */
    CaseFiles(PromotionCase asked, Clock clock, String name) {
        this.asked = asked;
        this.name = name;
        this.today = LocalDate.now(clock);
    }

    /** The campaign that stands for a promotion. */
    static String campaign(int place) {
        return "case-" + place;
    }

    /** @throws NotApplicable when a rule cannot say what the case asks for */
    Map<String, byte[]> files() {
        for (int place : asked.applied()) {
            promotion(place);
        }
        return release();
    }

    /** The same promotions with the same limits, given where their use before the case is played. */
    Map<String, byte[]> before() {
        lanes.add(BEFORE + ",every,");
        for (int place : asked.applied()) {
            List<CaseRule> all = CaseRule.of(asked.promotion(place));
            for (int i = 0; i < all.size(); i++) {
                head(place, i, BEFORE);
                long off = Math.max(1, new CaseLimits(asked.promotion(place)).drawn());
                end(List.of(CaseBefore.pattern(place)), List.of("amountOff(" + off + ")"));
            }
        }
        return release();
    }

    private Map<String, byte[]> release() {
        StringBuilder list = new StringBuilder("lane,picks,sees\n");
        lanes.stream().distinct().forEach(lane -> list.append(lane).append('\n'));
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "vocabulary/attributes.csv", """
                path,type,unit,label_en,label_fa,values
                basket.attributes.customerGroup,text,,Customer group,گروه مشتری,
                basket.attributes.channel,text,,Channel,کانال فروش,
                item.attributes.onSale,flag,,On sale,در حراج,
                """);
        if (!lanes.isEmpty()) {
            put(files, "promotions/lanes.csv", list.toString());
            put(files, "promotions/" + name + ".drl", rules.toString());
        }
        return files;
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void promotion(int place) {
        JsonNode promotion = asked.promotion(place);
        List<CaseRule> all = CaseRule.of(promotion);
        if ((promotion.has("channels") && promotion.path("channels").isEmpty()) || all.isEmpty()) {
            return;
        }
        CaseLimits limits = new CaseLimits(promotion);
        if (limits.spend() && all.size() > 1) {
            throw new NotApplicable("a budget is of each rule, and this promotion is several");
        }
        String group = promotion.path("best_of_group").asString("");
        if (!group.isEmpty() && all.getLast().lane() > 0) {
            throw new NotApplicable("actions of the full price and of what is left do not stand in one lane");
        }
        String sees = CaseRule.sees(promotion);
        for (int i = 0; i < all.size(); i++) {
            String lane = group.isEmpty() ? "p" + place + "-" + all.get(i).lane() : group(group);
            lanes.add(lane + (group.isEmpty() ? ",every," + sees : ",campaign," + groupSees(group)));
            rule(place, i, lane, all.get(i));
        }
    }

    private static String group(String name) {
        return "best-" + Integer.toHexString(name.hashCode());
    }

    /** A lane has one way for all: of what is left where any of its promotions has actions of that. */
    private String groupSees(String group) {
        boolean left = false;
        boolean several = false;
        for (int place = 0; place < asked.promotions(); place++) {
            List<CaseRule> all = CaseRule.of(asked.promotion(place));
            if (asked.promotion(place).path("best_of_group").asString("").equals(group) && all.size() > 1) {
                several |= CaseRule.sees(asked.promotion(place)).equals("opening");
                left |= CaseRule.sees(asked.promotion(place)).equals("left");
            }
        }
        if (left && several) {
            throw new NotApplicable("actions of the full price and of what is left do not stand in one lane");
        }
        return left ? "left" : "opening";
    }

    private void rule(int place, int number, String lane, CaseRule rule) {
        JsonNode promotion = asked.promotion(place);
        head(place, number, lane);
        if (promotion.path("exclusive").asBoolean(false)) {
            note("exclusive", "yes");
        }
        CaseAction action = rule.leading();
        action.notes().forEach(this::note);
        CaseConditions conditions = new CaseConditions(asked, promotion, action);
        List<String> patterns = conditions.patterns();
        conditions.notes().forEach(this::note);
        rules.append("    salience ")
                .append(asked.promotions() - asked.applied().indexOf(place))
                .append('\n');
        validity(promotion);
        end(patterns, rule.actions().stream().map(CaseAction::call).toList());
    }

    private void head(int place, int number, String lane) {
        rules.append("rule \"p%02d-%02d\"%n".formatted(place, number));
        note("campaign", campaign(place));
        note("lane", lane);
        new CaseLimits(asked.promotion(place)).notes().forEach(this::note);
    }

    private void end(List<String> patterns, List<String> effects) {
        rules.append("when\n");
        patterns.forEach(line -> rules.append("    ").append(line).append('\n'));
        rules.append("then\n");
        effects.forEach(effect -> rules.append("    effects.").append(effect).append(";\n"));
        rules.append("end\n\n");
    }

    private void note(String name, String value) {
        rules.append("    @").append(name).append("( \"").append(value).append("\" )\n");
    }

    private void validity(JsonNode promotion) {
        if (promotion.has("valid_from")) {
            attribute("date-effective", day(promotion.path("valid_from").asString()));
        }
        LocalDate last = null;
        for (String until : List.of("valid_until", "coupon_valid_until")) {
            if (promotion.has(until)) {
                LocalDate day = day(promotion.path(until).asString());
                last = last == null || day.isBefore(last) ? day : last;
            }
        }
        if (last != null) {
            attribute("date-expires", last.plusDays(1));
        }
    }

    private void attribute(String name, LocalDate day) {
        rules.append("    ").append(name).append(" \"").append(day).append("\"\n");
    }

    /** Days keep their distance from the case's own now. */
    private LocalDate day(String written) {
        if (written.startsWith("now")) {
            return today.plusDays(Long.parseLong(written.replaceAll("now|d", "")));
        }
        LocalDate now = asked.json().has("now")
                ? LocalDate.parse(asked.json().path("now").asString())
                : today;
        return today.plusDays(LocalDate.parse(written).toEpochDay() - now.toEpochDay());
    }
}
