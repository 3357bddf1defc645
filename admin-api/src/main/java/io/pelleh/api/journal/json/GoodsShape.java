package io.pelleh.api.journal.json;

import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.checkout.Line;
import io.pelleh.engine.checkout.Taxes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads goods and their lines without reflection: they are most of what a backtest reads. */
final class GoodsShape extends ValueDeserializer<Goods> {

    @Override
    public Goods deserialize(JsonParser json, DeserializationContext context) {
        List<Line> lines = List.of();
        long shipping = 0;
        List<String> coupons = List.of();
        Map<String, String> attributes = Map.of();
        Goods.Keys keys = Goods.Keys.NONE;
        Taxes taxes = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "lines" -> lines = lines(json);
                case "shipping" -> shipping = json.getLongValue();
                case "coupons" -> coupons = texts(json);
                case "attributes" -> attributes = pairs(json);
                case "keys" -> keys = keys(pairs(json));
                case "taxes" -> taxes = taxes(json, context);
                default -> json.skipChildren();
            }
        }
        return new Goods(lines, shipping, coupons, attributes, keys, taxes);
    }

    private static @Nullable Taxes taxes(JsonParser json, DeserializationContext context) {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : context.readValue(json, Taxes.class);
    }

    private static Goods.Keys keys(Map<String, String> pairs) {
        return new Goods.Keys(pairs.getOrDefault("device", ""), pairs.getOrDefault("address", ""));
    }

    private static List<Line> lines(JsonParser json) {
        List<Line> lines = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            lines.add(new Reading().line(json));
        }
        return lines;
    }

    private static List<String> texts(JsonParser json) {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getString());
        }
        return texts;
    }

    private static Map<String, String> pairs(JsonParser json) {
        Map<String, String> pairs = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            pairs.put(name, json.getString());
        }
        return pairs;
    }

    /** A line while it is read. */
    private static final class Reading {

        private String sku = "";
        private List<String> categories = List.of();
        private long quantity;
        private BigDecimal unitPrice = BigDecimal.ZERO;
        private long amount;
        private @Nullable Long cost;
        private long floor;
        private Map<String, String> attributes = Map.of();

        Line line(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    member(name, json);
                }
            }
            return new Line(sku, categories, quantity, unitPrice, amount, cost, floor, attributes);
        }

        /** Lines had one category once, which could be empty. */
        private static List<String> one(String category) {
            return category.isEmpty() ? List.of() : List.of(category);
        }

        private void member(String name, JsonParser json) {
            switch (name) {
                case "sku" -> sku = json.getString();
                case "categories" -> categories = texts(json);
                case "category" -> categories = one(json.getString());
                case "floor" -> floor = json.getLongValue();
                case "quantity" -> quantity = json.getLongValue();
                case "unitPrice" -> unitPrice = json.getDecimalValue();
                case "amount" -> amount = json.getLongValue();
                case "cost" -> cost = json.getLongValue();
                case "attributes" -> attributes = pairs(json);
                default -> json.skipChildren();
            }
        }
    }
}
