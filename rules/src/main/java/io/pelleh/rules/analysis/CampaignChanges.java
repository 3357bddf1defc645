package io.pelleh.rules.analysis;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.rules.analysis.Change.Kind;
import io.pelleh.rules.campaign.CampaignFile;
import io.pelleh.rules.reading.Library;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** What changed about campaigns, and about what no promotion may pass. */
final class CampaignChanges {

    /** The parts of a campaign. */
    private static final Map<Said, Function<Campaign, Object>> PARTS = parts();

    private final Library before;
    private final Library after;
    private final Consumer<Change> tell;

    CampaignChanges(Library before, Library after, Consumer<Change> tell) {
        this.before = before;
        this.after = after;
        this.tell = tell;
    }

    private static Map<Said, Function<Campaign, Object>> parts() {
        Map<Said, Function<Campaign, Object>> parts = new LinkedHashMap<>();
        parts.put(new Said("title or owner", "عنوان یا مسئول"), Campaign::about);
        parts.put(new Said("schedule", "زمان‌بندی"), Campaign::schedule);
        parts.put(new Said("audience", "مخاطبان"), Campaign::audience);
        parts.put(new Said("budget", "بودجه"), Campaign::limits);
        parts.put(new Said("hold-out or arms", "گروه شاهد یا شاخه‌های آزمایش"), Campaign::split);
        parts.put(new Said("plan", "برنامه"), Campaign::plan);
        return parts;
    }

    void each() {
        Set<String> names = new TreeSet<>(before.campaigns().keySet());
        names.addAll(after.campaigns().keySet());
        names.forEach(this::campaign);
        Safeguards is = after.safeguards();
        if (!before.safeguards().equals(is)) {
            tell.accept(new Change(
                    Kind.TERMS,
                    "promotions/safeguards.csv",
                    "",
                    new Said(
                            "other safeguards: no promotion passes them",
                            "حدهای حفاظتی دیگر: هیچ پیشنهادی از آن‌ها نمی‌گذرد")));
        }
    }

    private void campaign(String name) {
        Campaign was = before.campaigns().get(name);
        Campaign is = after.campaigns().get(name);
        if (was == null) {
            tell(name, new Said("new campaign: " + name, "کارزار تازه: «" + name + "»"));
        } else if (is == null) {
            tell(name, new Said("campaign is gone: " + name, "کارزار حذف شد: «" + name + "»"));
        } else {
            PARTS.forEach((said, part) -> {
                if (!part.apply(was).equals(part.apply(is))) {
                    tell(
                            name,
                            new Said(
                                    "campaign " + name + " has another " + said.english(),
                                    said.persian() + " کارزار «" + name + "» تغییر کرد"));
                }
            });
        }
    }

    private void tell(String name, Said said) {
        tell.accept(new Change(Kind.CAMPAIGN, CampaignFile.FOLDER + name + ".yaml", "", said));
    }
}
