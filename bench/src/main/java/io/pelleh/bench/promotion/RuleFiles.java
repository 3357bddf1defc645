package io.pelleh.bench.promotion;

import io.pelleh.rules.StarterPack;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Promotions as the files a marketer would write. */
public final class RuleFiles {

    private static final String HEADER =
            """
            RuleSet,promotions.bench
            ,
            RuleTable Bench
            NAME,CONDITION,CONDITION,CONDITION,CONDITION,CONDITION,CONDITION,ACTION
            ,%s,
            ,category,customer.tier,customer.segment,basket.total >=,customer.recencyDays <=,quantity >=,\
            effects.percentOffItem($param);
            Name,Category,Tier,Segment,Basket of at least,Bought within days,Pieces,Percent off
            """.formatted("$item:Item...,".repeat(6).replaceAll(",$", ""));

    /** Free shipping for each of three codes; what it takes off shipping is the same. */
    private static final String CODES = """
            rule "open" when Basket(coupons contains "OPEN") then effects.freeShipping(); end
            rule "hot" when Basket(couponBatches contains "hot") then effects.freeShipping(); end
            rule "budget" @budget(1000000000000000) when Basket(coupons contains "BUDGET") then effects.freeShipping(); end
            """;

    private RuleFiles() {}

    /** Free shipping for {@code OPEN}, without a limit; for a code of the batch {@code hot}; for {@code BUDGET}, with one. */
    public static Map<String, byte[]> codes() {
        return Map.of("promotions/codes.drl", CODES.getBytes(StandardCharsets.UTF_8));
    }

    /** All files of a shop: the starter pack's scores and ladder, and these promotions in one table. */
    public static Map<String, byte[]> shop(Promotions promotions) {
        Map<String, byte[]> files = new LinkedHashMap<>(StarterPack.files());
        files.keySet().removeIf(path -> path.matches("(promotions|segments|tiers|texts)/.*"));
        files.putAll(table(promotions));
        return files;
    }

    /** One decision table with a row for each. */
    public static Map<String, byte[]> table(Promotions promotions) {
        String rows = promotions.all().stream().map(RuleFiles::row).collect(Collectors.joining());
        return Map.of("promotions/bench.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static String row(Promotion p) {
        return String.join(
                ",",
                p.name(),
                p.category(),
                p.tier(),
                p.segment(),
                p.minTotal() == 0 ? "" : Long.toString(p.minTotal()),
                p.anyRecency() ? "" : Long.toString(p.maxRecencyDays()),
                p.minQuantity() == 1 ? "" : Long.toString(p.minQuantity()),
                p.percent() + "\n");
    }

    /** One DRL file with a rule for each. */
    public static Map<String, byte[]> drl(Promotions promotions) {
        String rules = promotions.all().stream().map(RuleFiles::rule).collect(Collectors.joining());
        return Map.of("promotions/bench.drl", rules.getBytes(StandardCharsets.UTF_8));
    }

    private static String rule(Promotion p) {
        String customer = and(
                p.tier().isEmpty() ? "" : "tier == \"" + p.tier() + "\"",
                p.segment().isEmpty() ? "" : "segment == \"" + p.segment() + "\"",
                p.anyRecency() ? "" : "recencyDays <= " + p.maxRecencyDays());
        return """
                rule "%s" when
                  Customer(%s)
                  Basket(%s)
                  Item(category == "%s"%s)
                then
                  effects.percentOffItem(%d);
                end
                """.formatted(
                        p.name(),
                        customer,
                        p.minTotal() == 0 ? "" : "total >= " + p.minTotal(),
                        p.category(),
                        p.minQuantity() == 1 ? "" : ", quantity >= " + p.minQuantity(),
                        p.percent());
    }

    private static String and(String... conditions) {
        return java.util.Arrays.stream(conditions).filter(c -> !c.isEmpty()).collect(Collectors.joining(", "));
    }
}
