package io.pelleh.rules.campaign;

import io.pelleh.engine.campaign.Audience;
import io.pelleh.engine.campaign.Campaign;
import io.pelleh.engine.campaign.Campaign.About;
import io.pelleh.engine.campaign.Campaign.Plan;
import io.pelleh.engine.campaign.Schedule;
import io.pelleh.engine.campaign.Split;
import io.pelleh.engine.campaign.Split.Arm;
import io.pelleh.engine.customer.Rung;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.program.Period;
import io.pelleh.rules.text.PlainYaml;
import io.pelleh.rules.text.Wrong;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one campaign: {@code campaigns/yalda.yaml}. */
public final class CampaignFile {

    /** The folder of campaigns in a release. */
    public static final String FOLDER = "campaigns/";

    private static final String ENDING = ".yaml";
    private static final Set<String> MEMBERS =
            Set.of("title", "owner", "schedule", "audience", "budget", "plan", "pause", "holdOut", "arms");
    private static final Map<String, Period> PERIODS =
            Map.of("perDay", Period.DAY, "perWeek", Period.WEEK, "perMonth", Period.MONTH);
    private static final int MOST_HELD_OUT = 5_000;
    private static final int MOST_ARMS = 10;
    private static final int WHOLE = 10_000;
    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000);

    private final String name;
    private final String owner;
    private final ZoneId zone;

    private CampaignFile(String name, ZoneId zone) {
        this.name = name;
        this.owner = Campaign.owner(name);
        this.zone = zone;
    }

    /** Whether a file of this path is a campaign. */
    public static boolean is(String path) {
        return path.startsWith(FOLDER) && path.endsWith(ENDING);
    }

    /**
     * Reads a campaign; its name is that of its file.
     *
     * @param zone the program's, where the campaign names none
     * @throws Wrong with the line of what cannot be read
     */
    public static Campaign read(String path, String text, ZoneId zone) {
        String name = path.substring(FOLDER.length(), path.length() - ENDING.length());
        Node tree = new PlainYaml().tree(text);
        if (tree == null) {
            throw new Wrong("the campaign is empty", "say at least when it runs").on(1);
        }
        return new CampaignFile(name, zone).read(Fields.of(tree, MEMBERS));
    }

    private Campaign read(Fields all) {
        Schedule schedule = new ScheduleReader(zone).read(all);
        Plan plan = plan(all, schedule);
        return new Campaign(
                name,
                about(all),
                schedule,
                audience(all),
                limits(all, plan),
                new Split(all.percent("holdOut", MOST_HELD_OUT), arms(all)),
                plan);
    }

    private About about(Fields all) {
        Fields title = all.below("title", Set.of("en", "fa"));
        String english = title.text("en", title.text("fa", name));
        return new About(english, title.text("fa", english), all.text("owner", ""));
    }

    private static Audience audience(Fields all) {
        Fields audience = all.below("audience", Set.of("segments", "rungs", "tiers", "attributes"));
        Fields attributes = audience.below("attributes", Set.of());
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        attributes.names().forEach(attribute -> wanted.put(attribute, attributes.words(attribute)));
        return new Audience(
                audience.words("segments"),
                audience.words("rungs", CampaignFile::rung),
                audience.words("tiers"),
                wanted);
    }

    private static List<Arm> arms(Fields all) {
        Fields arms = all.below("arms", Set.of());
        List<Arm> read = new ArrayList<>();
        for (String name : arms.names()) {
            if (name.equals(Split.HELD_OUT) || name.equals(Split.TREATED) || read.size() == MOST_ARMS) {
                throw arms.wrong(name, "an arm cannot be named so, or there are too many", "at most " + MOST_ARMS);
            }
            Fields arm = arms.below(name, Set.of("percent", "promotions"));
            read.add(new Arm(name, arm.percent("percent", WHOLE), arm.words("promotions")));
        }
        int sum = read.stream().mapToInt(Arm::share).sum();
        if (!read.isEmpty() && sum != WHOLE) {
            throw all.wrong("arms", "the arms are " + sum / 100.0 + " percent together", "100 percent are expected");
        }
        return read;
    }

    private static String rung(String written) {
        try {
            return Rung.valueOf(written.toUpperCase(Locale.ROOT)).name();
        } catch (IllegalArgumentException e) {
            throw new Wrong("there is no rung " + written, "known are " + List.of(Rung.values()));
        }
    }

    /** Its cost per hour is planned as its cost over the hours it runs. */
    private static Plan plan(Fields all, Schedule schedule) {
        Fields plan = all.below("plan", Set.of("cost", "sales"));
        Fields pause = all.below("pause", Set.of("timesPlannedCostPerHour", "costPerHour"));
        long cost = plan.amount("cost", 0);
        long perHour = pause.amount("costPerHour", 0);
        if (pause.has("timesPlannedCostPerHour")) {
            perHour = pause.read("timesPlannedCostPerHour", 0L, times -> times(times, cost, schedule));
        }
        return new Plan(cost, plan.amount("sales", 0), perHour);
    }

    private static long times(String written, long cost, Schedule schedule) {
        if (!written.matches("[0-9]{1,4}(\\.[0-9]{1,2})?") || new BigDecimal(written).compareTo(MOST_TIMES) > 0) {
            throw new Wrong("\"" + written + "\" is no multiple", "write a number up to " + MOST_TIMES);
        }
        if (cost == 0 || schedule.from().equals(Instant.MIN) || schedule.until().equals(Instant.MAX)) {
            throw new Wrong(
                    "the planned cost per hour is not known", "say plan.cost, schedule.from and schedule.before");
        }
        long hours =
                Math.max(1, Duration.between(schedule.from(), schedule.until()).toHours());
        return new BigDecimal(written)
                .multiply(BigDecimal.valueOf(cost))
                .divideToIntegralValue(BigDecimal.valueOf(hours))
                .max(BigDecimal.ONE)
                .longValueExact();
    }

    private List<Limit> limits(Fields all, Plan plan) {
        Fields budget = all.below("budget", Set.of("amount", "uses", "perDay", "perWeek", "perMonth"));
        List<Limit> limits = new ArrayList<>(List.of(
                Limit.inAll(owner, Measure.MONEY, Period.EVER, most(budget, "amount")),
                Limit.inAll(owner, Measure.USES, Period.EVER, most(budget, "uses")),
                Limit.inAll(owner, Measure.SALES, Period.EVER, Long.MAX_VALUE)));
        PERIODS.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(each -> {
            Fields period = budget.below(each.getKey(), Set.of("amount", "uses"));
            add(limits, Limit.inAll(owner, Measure.MONEY, each.getValue(), most(period, "amount")));
            add(limits, Limit.inAll(owner, Measure.USES, each.getValue(), most(period, "uses")));
        });
        if (plan.mostPerHour() > 0) {
            limits.add(Limit.inAll(owner, Measure.MONEY, Period.HOUR, Long.MAX_VALUE));
        }
        return limits;
    }

    private static long most(Fields budget, String name) {
        long amount = budget.amount(name, Long.MAX_VALUE);
        if (amount == 0) {
            throw new Wrong("a budget of 0 allows nothing", "leave it out for no limit");
        }
        return amount;
    }

    private static void add(List<Limit> limits, Limit limit) {
        if (limit.bounds()) {
            limits.add(limit);
        }
    }
}
