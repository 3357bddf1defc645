package io.pelleh.api.campaign;

import io.pelleh.api.campaign.Standing.Budget;
import io.pelleh.api.pause.Pause;
import io.pelleh.engine.campaign.Audience;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Schedule;
import io.pelleh.engine.campaign.Split;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A campaign as JSON. */
final class CampaignJson {

    private CampaignJson() {}

    static void write(JsonGenerator json, Standing standing) {
        Campaign campaign = standing.campaign();
        json.writeStartObject();
        json.writeStringProperty("name", campaign.name());
        json.writeObjectPropertyStart("title");
        json.writeStringProperty("en", campaign.about().english());
        json.writeStringProperty("fa", campaign.about().persian());
        json.writeEndObject();
        json.writeStringProperty("owner", campaign.about().owner());
        json.writeStringProperty("state", word(standing.state()));
        schedule(json, campaign.schedule());
        audience(json, campaign.audience());
        json.writeNumberProperty(
                "holdOutPercent",
                BigDecimal.valueOf(campaign.split().heldOut(), 2)
                        .stripTrailingZeros()
                        .max(BigDecimal.ZERO));
        arms(json, campaign.split());
        json.writeArrayPropertyStart("budgets");
        standing.budgets().stream().filter(b -> b.limit().bounds()).forEach(budget -> budget(json, budget));
        json.writeEndArray();
        plan(json, standing);
        pause(json, standing.pause());
        json.writeEndObject();
    }

    private static void arms(JsonGenerator json, Split split) {
        json.writeArrayPropertyStart("arms");
        for (Split.Arm arm : split.arms()) {
            json.writeStartObject();
            json.writeStringProperty("name", arm.name());
            json.writeNumberProperty(
                    "percent", BigDecimal.valueOf(arm.share(), 2).stripTrailingZeros());
            json.writeArrayPropertyStart("promotions");
            arm.promotions().stream().sorted().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void schedule(JsonGenerator json, Schedule schedule) {
        json.writeObjectPropertyStart("schedule");
        instant(json, "from", schedule.from(), Instant.MIN);
        instant(json, "before", schedule.until(), Instant.MAX);
        json.writeStringProperty("zone", schedule.zone().getId());
        json.writeArrayPropertyStart("days");
        schedule.days().stream()
                .sorted()
                .map(DayOfWeek::name)
                .forEach(day -> json.writeString(day.toLowerCase(Locale.ROOT)));
        json.writeEndArray();
        if (schedule.hours().equals(Schedule.Hours.ALL)) {
            json.writeNullProperty("hours");
        } else {
            json.writeStringProperty(
                    "hours", schedule.hours().from() + "-" + schedule.hours().before());
        }
        json.writeEndObject();
    }

    private static void instant(JsonGenerator json, String name, Instant at, Instant none) {
        if (at.equals(none)) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, at.toString());
        }
    }

    private static void audience(JsonGenerator json, Audience audience) {
        json.writeObjectPropertyStart("audience");
        words(json, "segments", audience.segments());
        words(json, "rungs", audience.rungs());
        words(json, "tiers", audience.tiers());
        json.writeObjectPropertyStart("attributes");
        new TreeMap<>(audience.attributes()).forEach((name, values) -> words(json, name, values));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, String name, Collection<String> words) {
        json.writeArrayPropertyStart(name);
        words.stream().sorted().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void budget(JsonGenerator json, Budget budget) {
        json.writeStartObject();
        json.writeStringProperty("of", budget.limit().of() == Measure.USES ? "uses" : "amount");
        json.writeStringProperty("per", word(budget.limit().each()));
        json.writeNumberProperty("limit", budget.limit().amount());
        json.writeNumberProperty("used", budget.used());
        json.writeNumberProperty("left", budget.left());
        json.writeBooleanProperty("spent", budget.spent());
        instant(json, "anewAt", budget.anew(), Instant.MAX);
        json.writeEndObject();
    }

    private static void plan(JsonGenerator json, Standing standing) {
        Campaign.Plan plan = standing.campaign().plan();
        json.writeObjectPropertyStart("plan");
        json.writeNumberProperty("cost", plan.cost());
        json.writeNumberProperty("sales", plan.sales());
        json.writeNumberProperty("pauseAboveCostPerHour", plan.mostPerHour());
        json.writeEndObject();
        json.writeObjectPropertyStart("actual");
        json.writeNumberProperty("cost", standing.actual(Measure.MONEY));
        json.writeNumberProperty("sales", standing.actual(Measure.SALES));
        json.writeNumberProperty("uses", standing.actual(Measure.USES));
        json.writeNumberProperty(
                "costThisHour",
                standing.budgets().stream()
                        .filter(b -> b.limit().each() == Period.HOUR)
                        .mapToLong(Budget::used)
                        .sum());
        json.writeEndObject();
    }

    private static void pause(JsonGenerator json, @Nullable Pause pause) {
        if (pause == null) {
            json.writeNullProperty("pause");
            return;
        }
        json.writeObjectPropertyStart("pause");
        json.writeStringProperty("what", pause.what());
        json.writeStringProperty("from", pause.from().toString());
        json.writeStringProperty("pausedBy", pause.actor());
        json.writeStringProperty("reason", pause.reason());
        json.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
