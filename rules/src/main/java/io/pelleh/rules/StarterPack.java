package io.pelleh.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules a new program begins with, as release 1: plain files that a shop edits into its own. */
public final class StarterPack {

    /** Named one by one: a folder inside a nested jar cannot be listed. */
    private static final List<String> PATHS = List.of(
            "scoring/recency.csv",
            "scoring/recency.scenarios.yaml",
            "scoring/frequency.csv",
            "scoring/frequency.scenarios.yaml",
            "scoring/monetary.csv",
            "scoring/monetary.scenarios.yaml",
            "scoring/loyalty.csv",
            "scoring/loyalty.scenarios.yaml",
            "segments/segments.csv",
            "segments/segments.scenarios.yaml",
            "ladder/ladder.dslr",
            "ladder/ladder.scenarios.yaml",
            "tiers/tiers.csv",
            "tiers/golden-customers.csv",
            "tiers/golden-customers.scenarios.yaml",
            "promotions/lanes.csv",
            "promotions/free-shipping.xlsx",
            "promotions/free-shipping.scenarios.yaml",
            "promotions/upsell.csv",
            "promotions/upsell.scenarios.yaml",
            "promotions/cross-sell.csv",
            "promotions/cross-sell.scenarios.yaml",
            "promotions/points.csv",
            "promotions/points.scenarios.yaml",
            "promotions/win-back.dslr",
            "promotions/win-back.scenarios.yaml",
            "promotions/welcome.drl",
            "promotions/welcome.scenarios.yaml",
            "texts/en.yaml",
            "texts/fa.yaml");

    private StarterPack() {}

    /** Bytes by path, {@code promotions/upsell.csv}, scenarios among them. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PATHS.forEach(path -> files.put(path, read(path)));
        return files;
    }

    private static byte[] read(String path) {
        try (InputStream in = StarterPack.class.getResourceAsStream("/rules/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the starter pack lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
