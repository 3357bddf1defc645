package io.pelleh.rules.reading;

import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Split.Arm;
import io.pelleh.rules.campaign.CampaignFile;
import io.pelleh.rules.text.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The arms of an experiment name promotions of their campaign. */
final class ArmCheck {

    private ArmCheck() {}

    static void check(Campaign campaign, List<WrittenRule> rules, Problems problems) {
        Set<String> known = new TreeSet<>();
        rules.stream()
                .map(WrittenRule::rule)
                .filter(rule -> rule.campaign().equals(campaign.name()))
                .forEach(rule -> known.addAll(List.of(rule.id(), rule.name())));
        for (Arm arm : campaign.split().arms()) {
            arm.promotions().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(problem(campaign, arm, name, known)));
        }
    }

    private static Problem problem(Campaign campaign, Arm arm, String name, Set<String> known) {
        return new Problem(
                CampaignFile.FOLDER + campaign.name() + ".yaml",
                Problem.Place.FILE,
                "",
                "arm " + arm.name() + " names " + name + ", which is no promotion of this campaign",
                Nearest.hint(name, known, "name promotions that belong to the campaign"));
    }
}
