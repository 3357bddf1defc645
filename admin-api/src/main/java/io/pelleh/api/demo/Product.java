package io.pelleh.api.demo;

import io.pelleh.engine.checkout.Line;
import java.math.BigDecimal;
import java.util.List;

/** What the demo shop sells; prices in rial. */
enum Product {
    TEA("TEA-500", "tea", 1_800_000),
    TEA_THREE_PACK("TEA-500-3PACK", "tea", 5_100_000),
    SAFFRON("SAFFRON-1G", "spice", 1_900_000),
    SUGAR("SUGAR-CUBE", "sweets", 600_000),
    RICE("RICE-5KG", "rice", 8_500_000),
    HONEY("HONEY-450", "sweets", 3_200_000),
    DATES("DATES-600", "sweets", 1_100_000),
    COFFEE("COFFEE-250", "coffee", 2_600_000),
    MUG("MUG-01", "home", 900_000),
    SOAP("SOAP-OLIVE", "care", 500_000);

    static final List<Product> ALL = List.of(values());

    private final String sku;
    private final String category;
    private final long price;

    Product(String sku, String category, long price) {
        this.sku = sku;
        this.category = category;
        this.price = price;
    }

    String sku() {
        return sku;
    }

    String category() {
        return category;
    }

    long price() {
        return price;
    }

    Line times(long quantity) {
        return Line.of(sku, category, quantity, BigDecimal.valueOf(price));
    }
}
