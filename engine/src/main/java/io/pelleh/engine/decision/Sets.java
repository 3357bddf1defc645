package io.pelleh.engine.decision;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Promotions that count pieces across lines: some of every few reduced, so many for a price, buy and get, bundles. */
final class Sets {

    private static final Comparator<Pieces> CHEAPEST = Comparator.comparingLong(Pieces::each);
    private static final Comparator<Pieces> DEAREST = CHEAPEST.reversed();
    private static final String CATEGORY = "category:";

    private final Cut cut;
    private final Goods goods;

    Sets(Cut cut, Goods goods) {
        this.cut = cut;
        this.goods = goods;
    }

    /** @param matched the pieces that the promotion is for, in the order of the basket */
    void take(Ask ask, List<Pieces> matched) {
        switch (ask) {
            case Ask.SomeOff a -> someOff(a, matched);
            case Ask.PriceForPieces a -> priceForPieces(a, matched);
            case Ask.BuyGet a -> buyGet(a, matched);
            case Ask.Bundle a -> bundle(a);
            default -> {}
        }
    }

    private void someOff(Ask.SomeOff ask, List<Pieces> matched) {
        long reduced = Math.multiplyExact(count(matched) / ask.every(), ask.pieces());
        for (Pieces pieces : first(reduced, sorted(matched, ask.dearest() ? DEAREST : CHEAPEST))) {
            cut.takeOff(pieces.line(), cut.share(pieces.worth(), ask.basisPoints()));
        }
    }

    /** As many sets as cost more than the price; each further one, of cheaper pieces, saves less. */
    private void priceForPieces(Ask.PriceForPieces ask, List<Pieces> matched) {
        List<Pieces> dearest = sorted(matched, DEAREST);
        long low = 0;
        long high = count(matched) / ask.pieces();
        while (low < high) {
            long sets = (low + high + 1) >>> 1;
            long last = worth(first(sets * ask.pieces(), dearest)) - worth(first((sets - 1) * ask.pieces(), dearest));
            if (last > ask.price()) {
                low = sets;
            } else {
                high = sets - 1;
            }
        }
        reduce(first(low * ask.pieces(), dearest), Math.multiplyExact(low, ask.price()));
    }

    private void bundle(Ask.Bundle ask) {
        Map<String, Long> needed = new TreeMap<>();
        ask.skus().forEach(sku -> needed.merge(sku, 1L, Long::sum));
        long sets = Long.MAX_VALUE;
        for (Map.Entry<String, Long> each : needed.entrySet()) {
            sets = Math.min(sets, count(named(each.getKey())) / each.getValue());
        }
        List<Pieces> pieces = new ArrayList<>();
        for (Map.Entry<String, Long> each : needed.entrySet()) {
            pieces.addAll(first(sets * each.getValue(), named(each.getKey())));
        }
        reduce(pieces, Math.multiplyExact(sets, ask.price()));
    }

    /** Lets pieces cost a price together. */
    private void reduce(List<Pieces> pieces, long price) {
        long[] weights = new long[goods.lines().size()];
        pieces.forEach(p -> weights[p.line()] += p.worth());
        cut.spread(Math.max(0, worth(pieces) - price), weights);
    }

    private void buyGet(Ask.BuyGet ask, List<Pieces> matched) {
        List<Pieces> wanted = named(ask.target());
        List<Pieces> both = among(matched, wanted);
        long all = count(matched) + count(wanted) - count(both);
        long times = Math.min(ask.times(), Math.min(count(matched) / ask.buy(), count(wanted) / ask.get()));
        times = Math.min(times, all / (ask.buy() + ask.get()));
        long aside = Math.max(0, times * ask.buy() - (count(matched) - count(both)));
        List<Pieces> free = without(wanted, first(aside, sorted(both, DEAREST)));
        for (Pieces pieces : first(times * ask.get(), sorted(free, DEAREST))) {
            cut.takeOff(pieces.line(), less(ask.less(), pieces));
        }
    }

    private long less(Ask.BuyGet.Less less, Pieces pieces) {
        return less.basisPoints() > 0
                ? cut.share(pieces.worth(), less.basisPoints())
                : Cut.forEach(less.amount(), pieces);
    }

    /** Every piece of a product, or of {@code category:name}. */
    private List<Pieces> named(String target) {
        List<Pieces> pieces = new ArrayList<>();
        for (int i = 0; i < goods.lines().size(); i++) {
            Line line = goods.lines().get(i);
            boolean meant = target.startsWith(CATEGORY)
                    ? line.categories().contains(target.substring(CATEGORY.length()))
                    : line.sku().equals(target);
            if (meant) {
                pieces.add(cut.of(i, line.quantity()));
            }
        }
        return pieces;
    }

    private static List<Pieces> among(List<Pieces> pieces, List<Pieces> others) {
        return pieces.stream()
                .filter(p -> others.stream().anyMatch(other -> other.line() == p.line()))
                .toList();
    }

    private List<Pieces> without(List<Pieces> pieces, List<Pieces> taken) {
        List<Pieces> rest = new ArrayList<>();
        for (Pieces p : pieces) {
            long gone = taken.stream()
                    .filter(t -> t.line() == p.line())
                    .mapToLong(Pieces::count)
                    .sum();
            if (p.count() > gone) {
                rest.add(cut.of(p.line(), p.count() - gone));
            }
        }
        return rest;
    }

    /** The first so many pieces. */
    private List<Pieces> first(long count, List<Pieces> pieces) {
        List<Pieces> first = new ArrayList<>();
        long open = count;
        for (Pieces p : pieces) {
            if (open <= 0) {
                break;
            }
            first.add(p.count() <= open ? p : cut.of(p.line(), open));
            open -= p.count();
        }
        return first;
    }

    private static List<Pieces> sorted(List<Pieces> pieces, Comparator<Pieces> by) {
        return pieces.stream().sorted(by).toList();
    }

    private static long count(List<Pieces> pieces) {
        return pieces.stream().mapToLong(Pieces::count).reduce(0, Math::addExact);
    }

    private static long worth(List<Pieces> pieces) {
        return pieces.stream().mapToLong(Pieces::worth).reduce(0, Math::addExact);
    }
}
