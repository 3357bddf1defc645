package io.pelleh.rules.analysis;

import io.pelleh.rules.StarterPack;
import io.pelleh.rules.analysis.Finding.Kind;
import io.pelleh.rules.analysis.Packs.Sheet;
import io.pelleh.rules.fixtures.Given;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Plants one defect into a clean pack: the kind by turns, the place and the values by chance. */
final class Mutator {

    private static final int WAYS = 14;

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /**
     * A pack with one defect.
     *
     * @param kinds any of which names it
     * @param names ids or files, one of which the finding must name
     */
    record Planted(String what, Map<String, byte[]> files, Set<Kind> kinds, Set<String> names) {}

    /** The packs without defects, the starter pack first. */
    static List<Map<String, byte[]>> clean(Random random) {
        List<Map<String, byte[]>> packs = new ArrayList<>();
        packs.add(StarterPack.files());
        packs.add(files(Packs.quantityDiscounts(random)));
        packs.add(files(Packs.segments(random)));
        packs.add(files(Packs.points(random)));
        Map<String, byte[]> mixed = new LinkedHashMap<>(files(Packs.offers(random)));
        mixed.putAll(files(Packs.tiers(random)));
        packs.add(mixed);
        return packs;
    }

    private static Map<String, byte[]> files(Sheet sheet) {
        return Given.files(sheet.path, sheet.csv(), "tiers/tiers.csv", Packs.tierNames());
    }

    Planted plant(int turn) {
        return switch (turn % WAYS) {
            case 0 -> band(Packs.quantityDiscounts(random), true);
            case 1 -> band(Packs.quantityDiscounts(random), false);
            case 2 -> duplicate(Packs.offers(random), Set.of(Kind.DUPLICATE));
            case 3 -> contradiction(Packs.quantityDiscounts(random), 2, 3);
            case 4 -> shadowedSegment();
            case 5 -> unreachableTier();
            case 6 -> missingRest();
            case 7 -> duplicate(Packs.quantityDiscounts(random), Set.of(Kind.DUPLICATE));
            case 8 -> starterSegmentShadowed();
            case 9 -> starterScoreMissing();
            case 10 -> starterTierUnreachable();
            case 11 -> starterContradiction();
            case 12 -> band(Packs.points(random), random.nextBoolean());
            default -> neverWins();
        };
    }

    private static String id(Sheet sheet, String name) {
        return sheet.path.substring(0, sheet.path.lastIndexOf('.')) + "/" + name.replace(' ', '-');
    }

    private Planted planted(String what, Sheet sheet, Set<Kind> kinds, String... rows) {
        List<String> names = new ArrayList<>();
        for (String row : rows) {
            names.add(id(sheet, row));
        }
        return new Planted(what + " " + names, files(sheet), kinds, Set.copyOf(names));
    }

    /** Moves the beginning of a band that has one before it: away from it, or into it. */
    private Planted band(Sheet sheet, boolean gap) {
        int i;
        do {
            i = 1 + random.nextInt(sheet.rows.size() - 1);
        } while (!sheet.rows.get(i)[1].equals(sheet.rows.get(i - 1)[1])
                || (!sheet.rows.get(i)[3].isEmpty() && width(sheet, i) < 2)
                || width(sheet, i - 1) < 2);
        String[] row = sheet.rows.get(i);
        long step = Math.max(1, Math.min(width(sheet, i - 1), row[3].isEmpty() ? 2 : width(sheet, i)) / 2);
        row[2] = Long.toString(Long.parseLong(row[2]) + (gap ? step : -step));
        Set<Kind> kinds = gap ? Set.of(Kind.GAP) : Set.of(Kind.OVERLAP);
        return planted(gap ? "gap" : "overlap", sheet, kinds, row[0], sheet.rows.get(i - 1)[0]);
    }

    private static long width(Sheet sheet, int row) {
        String[] cells = sheet.rows.get(row);
        return cells[3].isEmpty() ? 2 : Long.parseLong(cells[3]) - Long.parseLong(cells[2]);
    }

    private Planted duplicate(Sheet sheet, Set<Kind> kinds) {
        String[] original = sheet.rows.get(random.nextInt(sheet.rows.size()));
        String[] copy = original.clone();
        copy[0] = "copy of " + original[0];
        sheet.rows.add(random.nextInt(sheet.rows.size()), copy);
        return planted("duplicate", sheet, kinds, original[0], copy[0]);
    }

    private Planted contradiction(Sheet sheet, int low, int high) {
        String[] row = sheet.rows.get(random.nextInt(sheet.rows.size()));
        String low1 = row[low];
        row[low] = Long.toString(Long.parseLong(row[high]) + 1 + random.nextInt(5));
        row[high] = low1;
        return planted("contradiction", sheet, Set.of(Kind.CONTRADICTION), row[0]);
    }

    /** Puts the row for the rest before others, or a wide row before narrower ones. */
    private Planted shadowedSegment() {
        Sheet sheet = Packs.segments(random);
        int at = 1 + random.nextInt(sheet.rows.size() - 2);
        String[] narrow = sheet.rows.get(at);
        String[] wide = narrow.clone();
        wide[0] = "wide";
        wide[1 + random.nextInt(4)] = "";
        wide[5] = "Wide";
        sheet.rows.add(random.nextInt(at + 1), wide);
        return planted("shadowed", sheet, Set.of(Kind.SHADOWED, Kind.UNREACHABLE), narrow[0]);
    }

    private Planted unreachableTier() {
        Sheet sheet = Packs.tiers(random);
        int at = random.nextInt(sheet.rows.size() - 1);
        String[] row = sheet.rows.get(at);
        String[] higher = sheet.rows.get(at + 1);
        higher[1] = row[1];
        higher[2] = random.nextBoolean() ? row[2] : "";
        return planted("unreachable tier", sheet, Set.of(Kind.UNREACHABLE, Kind.SHADOWED), row[0]);
    }

    private Planted missingRest() {
        Sheet sheet = Packs.segments(random);
        sheet.rows.removeLast();
        sheet.rows.remove(random.nextInt(sheet.rows.size()));
        Map<String, byte[]> files = files(sheet);
        return new Planted("no rest", files, Set.of(Kind.GAP), Set.of(sheet.path, "segments/grid"));
    }

    private Planted neverWins() {
        Sheet sheet = Packs.offers(random);
        String[] row = sheet.rows.get(random.nextInt(sheet.rows.size()));
        String[] rival = row.clone();
        rival[0] = "rival";
        rival[2] = Long.toString(Long.parseLong(row[2]) + random.nextInt(30));
        rival[3] = "\"RIVAL, 30, 2035-01-01\"";
        rival[4] = Integer.toString(5_000);
        sheet.rows.add(rival);
        return planted("never wins", sheet, Set.of(Kind.NEVER_WINS), row[0]);
    }

    private Planted starter(String path, String from, String to, Kind... kinds) {
        Map<String, byte[]> files = new LinkedHashMap<>(StarterPack.files());
        String text = new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalStateException(path + " lacks " + from);
        }
        files.put(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        String set = path.substring(0, path.lastIndexOf('.'));
        Set<String> names = new HashSet<>(Set.of(path, set, "tiers/tiers.csv", set + "/first-purchase"));
        text.lines().forEach(line -> names.add(set + "/" + line.split(",", 2)[0].replace(' ', '-')));
        return new Planted(from + " is now " + to + " in " + path, files, Set.of(kinds), names);
    }

    private Planted starterSegmentShadowed() {
        return switch (random.nextInt(3)) {
            case 0 ->
                starter(
                        "segments/segments.csv",
                        "hibernating,1,,270",
                        "far,1,,270,,,,,,Far\nhibernating,1,,270",
                        Kind.SHADOWED,
                        Kind.UNREACHABLE);
            case 1 ->
                starter("segments/segments.csv", "at risk,3,,90", "at risk,1,,90", Kind.SHADOWED, Kind.UNREACHABLE);
            default ->
                starter(
                        "segments/segments.csv",
                        "new,1,1,,30",
                        "all,1,,,,,,,,All\nnew,1,1,,30",
                        Kind.SHADOWED,
                        Kind.UNREACHABLE);
        };
    }

    private Planted starterScoreMissing() {
        String[] rows = {"every month,1,12,5\n", "every quarter,1,4,3\n", "now and then,1,2,2\n", "seldom,1,,1\n"};
        return starter("scoring/frequency.csv", rows[random.nextInt(rows.length)], "", Kind.GAP);
    }

    private Planted starterTierUnreachable() {
        return random.nextBoolean()
                ? starter(
                        "tiers/golden-customers.csv",
                        "golden customers,1,6,40000000,gold",
                        "golden customers,1,2,1000000,gold",
                        Kind.UNREACHABLE,
                        Kind.SHADOWED)
                : starter("tiers/golden-customers.csv", "silver,1,3,12000000,silver\n", "", Kind.UNREACHABLE);
    }

    private Planted starterContradiction() {
        return random.nextBoolean()
                ? starter("segments/segments.csv", "new,1,1,,30", "new,3,1,,30", Kind.CONTRADICTION)
                : starter(
                        "promotions/welcome.drl",
                        "orders == 0 )\n    Basket( total",
                        "orders == 0, orders > 3 )\n    Basket( total",
                        Kind.CONTRADICTION);
    }
}
