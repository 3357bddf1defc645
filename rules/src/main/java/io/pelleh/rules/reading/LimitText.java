package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Rule.Limits;
import io.pelleh.engine.limit.Limit;
import io.pelleh.engine.limit.Limit.Measure;
import io.pelleh.engine.limit.Limit.Per;
import io.pelleh.engine.program.Period;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and writes limits in words: {@code 100 per day; 1 per customer per week; 5000000 off per month; 1 per device;
 * 3 shown per customer per week}, in
 * Persian {@code ۱۰۰ در روز؛ ۱ برای هر مشتری در هفته؛ ۵۰۰۰۰۰۰ تخفیف در ماه}.
 */
final class LimitText {

    /** Limits of one promotion. */
    static final int MOST = 8;

    private static final String HINT =
            "write for example 100 per day; 1 per customer per week; 5000000 off per month; 1 per device";
    private static final Pattern EITHER =
            Pattern.compile("(?<number>[0-9]{1,15})(?: (?<unit>uses|times|off|shown|بار|تخفیف|نمایش))?"
                    + "(?: (?:per|برای هر) (?<per>customer|code|device|address|مشتری|کد|دستگاه|نشانی))?"
                    + "(?: (?:per|a|each|در هر|در) (?<each>hour|day|week|month|ساعت|روز|هفته|ماه))?");
    private static final Map<String, Measure> UNITS = Map.of(
            "off", Measure.MONEY,
            "تخفیف", Measure.MONEY,
            "shown", Measure.SHOWN,
            "نمایش", Measure.SHOWN);
    private static final Map<String, Per> PER = Map.of(
            "customer", Per.CUSTOMER,
            "code", Per.CODE,
            "device", Per.DEVICE,
            "address", Per.ADDRESS,
            "مشتری", Per.CUSTOMER,
            "کد", Per.CODE,
            "دستگاه", Per.DEVICE,
            "نشانی", Per.ADDRESS);
    private static final Map<String, Period> EACH = Map.of(
            "hour", Period.HOUR,
            "day", Period.DAY,
            "week", Period.WEEK,
            "month", Period.MONTH,
            "ساعت", Period.HOUR,
            "روز", Period.DAY,
            "هفته", Period.WEEK,
            "ماه", Period.MONTH);

    private LimitText() {}

    /** The limits a text names, of an owner. */
    static Limits read(String owner, String text) {
        long perCustomer = Long.MAX_VALUE;
        List<Limit> shared = new ArrayList<>();
        List<String> parts = Stream.of(Script.number(text).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (String part : parts) {
            Limit limit = one(owner, part);
            if (limit.equals(new Limit(owner, Measure.USES, Per.CUSTOMER, Period.EVER, limit.amount()))) {
                perCustomer = Math.min(perCustomer, limit.amount());
            } else {
                shared.add(limit);
            }
        }
        if (shared.size() > MOST) {
            throw new Wrong("more than " + MOST + " limits", "use fewer");
        }
        return new Limits(perCustomer, shared);
    }

    private static Limit one(String owner, String part) {
        Matcher words = EITHER.matcher(part.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!words.matches()) {
            throw new Wrong("\"" + part + "\" is no limit", HINT);
        }
        String unit = words.group("unit");
        String per = words.group("per");
        String each = words.group("each");
        long amount = Long.parseLong(words.group("number"));
        if (amount == 0) {
            throw new Wrong("\"" + part + "\" allows nothing", "a limit is 1 or more");
        }
        Measure of = unit == null ? Measure.USES : UNITS.getOrDefault(unit, Measure.USES);
        if (of == Measure.SHOWN && (per == null || PER.get(per) == Per.CODE)) {
            throw new Wrong("\"" + part + "\" does not say to whom", "write 3 shown per customer per week");
        }
        return new Limit(
                owner,
                of,
                per == null ? Per.ALL : PER.getOrDefault(per, Per.ALL),
                each == null ? Period.EVER : EACH.getOrDefault(each, Period.EVER),
                amount);
    }

    /** The limits of one owner in words; empty for none. */
    static String write(List<Limit> limits) {
        return limits.stream().map(LimitText::write).collect(Collectors.joining("; "));
    }

    private static String write(Limit limit) {
        return limit.amount()
                + (limit.of() == Measure.MONEY ? " off" : limit.of() == Measure.SHOWN ? " shown" : "")
                + (limit.per() == Per.ALL ? "" : " per " + word(limit.per()))
                + (limit.each() == Period.EVER ? "" : " per " + word(limit.each()));
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
