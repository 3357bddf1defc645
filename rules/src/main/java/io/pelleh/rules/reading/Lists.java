package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Lane;
import io.pelleh.engine.decision.Lane.Picks;
import io.pelleh.engine.decision.Lane.Sees;
import io.pelleh.engine.decision.Safeguards;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Script;
import io.pelleh.rules.text.Wrong;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lists of a release that are no rules: lanes, tiers, safeguards; each a line of CSV below a heading. */
final class Lists {

    static final String LANES = "promotions/lanes.csv";
    static final String SAFEGUARDS = "promotions/safeguards.csv";
    static final String TIERS = "tiers/tiers.csv";
    static final Set<String> PATHS = Set.of(LANES, SAFEGUARDS, TIERS);

    private static final Set<String> LANE_COLUMNS = Set.of("lane", "picks", "sees");
    private static final String MARKUP = "markupPercent";
    private static final String MAX_DISCOUNT = "maxDiscountPercent";
    private static final int MAX_MARKUP = 1_000_000;
    private static final int WHOLE = 10_000;

    private final Map<String, byte[]> files;
    private final Problems problems;

    Lists(Map<String, byte[]> files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The lanes of {@code promotions/lanes.csv}, or the usual ones. */
    List<Lane> lanes() {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        headed(LANES, LANE_COLUMNS);
        for (Map<String, String> line : lines(LANES)) {
            String name = line.getOrDefault("lane", "");
            if (!name.isEmpty()) {
                lanes.putIfAbsent(name, lane(name, line));
            }
        }
        return lanes.isEmpty() && !files.containsKey(LANES)
                ? Lanes.DEFAULT.stream().map(Lane::best).toList()
                : List.copyOf(lanes.values());
    }

    private Lane lane(String name, Map<String, String> line) {
        String picks = line.getOrDefault("picks", "");
        List<String> known = Arrays.stream(Picks.values())
                .map(p -> p.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!picks.isEmpty() && !known.contains(picks)) {
            wrong(LANES, line, "lane " + name + " picks " + picks, "it can pick " + String.join(", ", known));
            return Lane.best(name);
        }
        Picks way = picks.isEmpty() ? Picks.BEST : Picks.valueOf(picks.toUpperCase(Locale.ROOT));
        return new Lane(name, way, sees(way, line));
    }

    private Sees sees(Picks picks, Map<String, String> line) {
        String word = line.getOrDefault("sees", "");
        String lane = "lane " + line.getOrDefault("lane", "");
        Sees sees = switch (word) {
            case "left" -> Sees.LEFT;
            case "running" -> Sees.RUNNING;
            default -> Sees.OPENING;
        };
        if (sees == Sees.OPENING && !Set.of("", "opening").contains(word)) {
            wrong(LANES, line, lane + " sees " + word, "it can see opening, left or running");
        }
        String way = lane + " picks " + picks.name().toLowerCase(Locale.ROOT) + " and sees " + word;
        if (sees == Sees.RUNNING && picks != Picks.EVERY) {
            wrong(LANES, line, way, "only every can see running");
        }
        if (sees == Sees.LEFT && !Lane.several(picks)) {
            wrong(LANES, line, way, "only every and campaign can see left");
        }
        return sees;
    }

    /** Tier names, lowest first. */
    List<String> tiers() {
        return lines(TIERS).stream()
                .map(line -> line.values().iterator().next())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    Safeguards safeguards() {
        Map<String, Integer> told = new LinkedHashMap<>();
        for (Map<String, String> line : lines(SAFEGUARDS)) {
            try {
                safeguard(line, told);
            } catch (Wrong e) {
                wrong(SAFEGUARDS, line, e.reason(), e.hint());
            }
        }
        return new Safeguards(
                told.getOrDefault(MARKUP, Safeguards.NONE.markup()),
                told.getOrDefault(MAX_DISCOUNT, Safeguards.NONE.maxDiscount()));
    }

    private static void safeguard(Map<String, String> line, Map<String, Integer> told) {
        String name = line.getOrDefault("name", "");
        String value = line.getOrDefault("value", "");
        switch (name) {
            case "" -> {}
            case MARKUP -> told.put(name, percent(value, MAX_MARKUP));
            case MAX_DISCOUNT -> told.put(name, percent(value, WHOLE));
            default -> throw new Wrong("there is no safeguard " + name, "known are " + MARKUP + " and " + MAX_DISCOUNT);
        }
    }

    /** Percent with at most two decimals, as basis points. */
    private static int percent(String written, int most) {
        try {
            int points =
                    new BigDecimal(Script.number(written)).movePointRight(2).intValueExact();
            if (points >= 0 && points <= most) {
                return points;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Wrong("\"" + written + "\" is no percentage", "write a number with at most two decimals");
        }
        throw new Wrong("\"" + written + "\" is too much or too little", "0 to " + most / 100 + " percent");
    }

    /** A heading that is almost a known one is no note: what is below would be taken for said. */
    private void headed(String path, Set<String> known) {
        byte[] bytes = files.get(path);
        List<String> all = bytes == null
                ? List.of()
                : new RuleFile(path, bytes).text().lines().toList();
        for (String name : cells(all.isEmpty() ? "" : all.getFirst())) {
            Optional<String> meant = known.contains(name) ? Optional.empty() : Nearest.to(name, known);
            meant.ifPresent(word ->
                    wrong(path, Map.of("#", "1"), "there is no column " + name, "did you mean \"" + word + "\"?"));
        }
    }

    private void wrong(String path, Map<String, String> line, String reason, String hint) {
        int number = Integer.parseInt(line.getOrDefault("#", "1"));
        problems.add(new Problem(path, new Problem.Place(number, ""), "", reason, hint));
    }

    /** The lines below the heading by column; {@code #} is the number of the line, last. */
    private List<Map<String, String>> lines(String path) {
        byte[] bytes = files.get(path);
        List<Map<String, String>> lines = new ArrayList<>();
        if (bytes == null) {
            return lines;
        }
        List<String> all = new RuleFile(path, bytes).text().lines().toList();
        List<String> heading = all.isEmpty() ? List.of() : cells(all.getFirst());
        for (int i = 1; i < all.size(); i++) {
            List<String> cells = cells(all.get(i));
            Map<String, String> line = new LinkedHashMap<>();
            for (int c = 0; c < Math.min(cells.size(), heading.size()); c++) {
                line.put(heading.get(c), cells.get(c));
            }
            line.put("#", Integer.toString(i + 1));
            lines.add(line);
        }
        return lines;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
