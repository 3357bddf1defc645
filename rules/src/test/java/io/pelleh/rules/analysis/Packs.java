package io.pelleh.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Larger rule sets as shops have them, the same for the same seed, each as tables of rows that a mutator can edit. */
final class Packs {

    private static final int SKUS = 250;

    private Packs() {}

    /** One decision table, row by row. */
    static final class Sheet {
        final String path;
        final String head;
        final List<String[]> rows = new ArrayList<>();

        Sheet(String path, String head) {
            this.path = path;
            this.head = head;
        }

        void row(Object... cells) {
            String[] texts = new String[cells.length];
            for (int i = 0; i < cells.length; i++) {
                texts[i] = String.valueOf(cells[i]);
            }
            rows.add(texts);
        }

        String csv() {
            StringBuilder text = new StringBuilder(head);
            rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
            return text.toString();
        }
    }

    /** Four bands of pieces for each product: 1,000 rows. */
    static Sheet quantityDiscounts(Random random) {
        Sheet sheet = new Sheet("promotions/quantity.csv", """
                RuleSet,promotions.quantity
                ,
                RuleTable Quantity
                NAME,CONDITION,CONDITION,CONDITION,ACTION
                ,$item:Item...,$item:Item...,$item:Item...,
                ,sku,quantity >=,quantity <=,effects.percentOffItem($param);
                Name,Product,From,To,Percent
                """);
        for (int sku = 0; sku < SKUS; sku++) {
            int from = 2 + random.nextInt(3);
            for (int band = 0; band < 4; band++) {
                int to = from + 2 + random.nextInt(10);
                sheet.row("sku " + sku + " band " + band, "SKU-" + sku, from, to, 3 + 4 * band + random.nextInt(3));
                from = to + 1;
            }
        }
        return sheet;
    }

    /** Segments in bands of silence and of orders, with a last row for the rest: 101 rows. */
    static Sheet segments(Random random) {
        Sheet sheet = new Sheet("segments/grid.csv", """
                RuleSet,segments
                ,
                RuleTable Segments
                NAME,CONDITION,CONDITION,CONDITION,CONDITION,ACTION
                ,$c:Customer...,$c:Customer...,$c:Customer...,$c:Customer...,
                ,recencyDays >=,recencyDays <=,orders >=,orders <=,"effects.segment(""$param"");"
                Name,Silent from,Silent to,Orders from,Orders to,Segment
                """);
        int days = 1;
        for (int r = 0; r < 10; r++) {
            int lastDay = days + 10 + random.nextInt(30);
            int orders = 1;
            for (int f = 0; f < 10; f++) {
                int most = orders + 1 + random.nextInt(4);
                sheet.row("cell " + r + " " + f, days, lastDay, orders, most, "S" + r + "-" + f);
                orders = most + 1;
            }
            days = lastDay + 1;
        }
        sheet.row("rest", "", "", "", "", "Everybody else");
        return sheet;
    }

    /** Twelve tiers by orders and money. */
    static Sheet tiers(Random random) {
        Sheet sheet = new Sheet("tiers/ladder.csv", """
                RuleSet,tiers
                ,
                RuleTable Tiers
                NAME,CONDITION,CONDITION,ACTION
                ,$c:Customer...,$c:Customer...,
                ,orders365 >=,spent365 >=,"effects.tier(""$param"");"
                Name,Orders,Spent,Tier
                """);
        int orders = 0;
        long spent = 0;
        for (int tier = 0; tier < 12; tier++) {
            orders += 1 + random.nextInt(3);
            spent += 1_000_000L * (1 + random.nextInt(9));
            sheet.row("tier " + tier, orders, spent, "t" + tier);
        }
        return sheet;
    }

    static String tierNames() {
        StringBuilder text = new StringBuilder("tier\n");
        for (int tier = 0; tier < 12; tier++) {
            text.append('t').append(tier).append('\n');
        }
        return text.toString();
    }

    /** What is bought brings an offer of something else; tiers and categories: 300 rows. */
    static Sheet offers(Random random) {
        Sheet sheet = new Sheet("promotions/offers.csv", """
                RuleSet,promotions.offers
                ,
                RuleTable Offers
                NAME,CONDITION,CONDITION,ACTION,PRIORITY
                ,$bought:Bought...,$bought:Bought...,,
                ,sku,days <=,"effects.crossSell(""$1"", $2, ""$3"");",
                Name,Bought,Days,Offer,Priority
                """);
        for (int i = 0; i < 300; i++) {
            String offer = "\"OFFER-" + i + ", " + (5 + random.nextInt(20)) + ", 2035-01-01\"";
            sheet.row("offer " + i, "SKU-" + i, 15 + random.nextInt(60), offer, 1000 - i);
        }
        return sheet;
    }

    /** Points by category and basket, in bands that are open at the top: 400 rows. */
    static Sheet points(Random random) {
        Sheet sheet = new Sheet("promotions/points.csv", """
                RuleSet,promotions.points
                ,
                RuleTable Points
                NAME,CONDITION,CONDITION,CONDITION,ACTION
                ,$item:Item...,$item:Item...,$item:Item...,
                ,category,amount >=,amount <,effects.points($param);
                Name,Category,From,Below,Points
                """);
        for (int c = 0; c < 80; c++) {
            long from = 100_000L * (1 + random.nextInt(5));
            for (int band = 0; band < 5; band++) {
                long to = from + 100_000L * (1 + random.nextInt(9));
                sheet.row("c" + c + " " + band, "category " + c, from, band == 4 ? "" : to, 10 + 10 * band);
                from = to;
            }
        }
        return sheet;
    }
}
