package io.pelleh.api.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The promotions of a case as files of a release. A promotion is a campaign of its own with a rule for each of its actions, in
 * a lane of its own; lanes stack by priority. See docs/conformance.md.
 */
final class CaseFiles {

    private static final Set<String> GOODS_FIRST = Set.of("order_percent");

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
        if (promotion.has("channels") && promotion.path("channels").isEmpty()) {
            return;
        }
        String group = promotion.path("best_of_group").asString("");
        List<CaseAction> actions = new ArrayList<>();
        promotion.path("actions").forEach(action -> actions.addAll(CaseAction.of(action, promotion)));
        if (!group.isEmpty() && actions.size() > 1) {
            throw new NotApplicable("a promotion of a best-of group with several actions is several rules");
        }
        int lane = 0;
        for (int i = 0; i < actions.size(); i++) {
            if (i > 0 && GOODS_FIRST.contains(actions.get(i).type())) {
                lane++;
            }
            String into = group.isEmpty() ? "p" + place + "-" + lane : "best-" + group.replaceAll("\\W", "");
            lanes.add(into + (group.isEmpty() ? ",every,opening" : ",best,"));
            rule(place, i, into, actions.get(i));
        }
    }

    private void rule(int place, int number, String lane, CaseAction action) {
        JsonNode promotion = asked.promotion(place);
        rules.append("rule \"p").append(place).append('-').append(number).append("\"\n");
        note("campaign", campaign(place));
        note("lane", lane);
        if (promotion.path("exclusive").asBoolean(false)) {
            note("exclusive", "yes");
        }
        new CaseLimits(promotion).notes().forEach(this::note);
        action.notes().forEach(this::note);
        CaseConditions conditions = new CaseConditions(promotion, action);
        List<String> patterns = conditions.patterns();
        conditions.notes().forEach(this::note);
        rules.append("    salience ")
                .append(asked.promotions() - asked.applied().indexOf(place))
                .append('\n');
        validity(promotion);
        rules.append("when\n");
        patterns.forEach(line -> rules.append("    ").append(line).append('\n'));
        rules.append("then\n    effects.").append(action.call()).append(";\nend\n\n");
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
