package io.pelleh.api.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One case of the neutral schema: a basket, the promotions that exist, and what is expected. */
record PromotionCase(JsonNode json) {

    private static final int CENTS = 2;

    String id() {
        return json.path("id").asString("");
    }

    String topic() {
        return json.path("topic").asString("");
    }

    JsonNode basket() {
        return json.path("basket");
    }

    JsonNode customer() {
        return json.path("customer");
    }

    /** Not logged in. */
    boolean guest() {
        return json.has("customer") && json.path("customer").isNull();
    }

    JsonNode expect() {
        return json.path("expect");
    }

    /** Whether a line may be a cent off. */
    boolean lenient() {
        return json.path("match").asString("").contains("+-0.01");
    }

    List<String> coupons() {
        return texts(json.path("coupons_entered"));
    }

    /** Places of the promotions in the case, in the order in which they are applied. */
    List<Integer> applied() {
        JsonNode all = json.path("promotions");
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> all.get(i).path("priority").asInt(0), Comparator.reverseOrder()))
                .toList();
    }

    /** Whether a category is the main one of every line that has it. */
    boolean mainCategory(String category) {
        for (JsonNode line : basket().path("lines")) {
            if (texts(line.path("categories")).indexOf(category) > 0) {
                return false;
            }
        }
        return true;
    }

    JsonNode promotion(int place) {
        return json.path("promotions").get(place);
    }

    String name(int place) {
        return promotion(place).path("name").asString("");
    }

    List<String> names() {
        return IntStream.range(0, promotions()).mapToObj(this::name).toList();
    }

    int promotions() {
        return json.path("promotions").size();
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** Minor units of an amount in major ones. */
    static long minor(JsonNode amount) {
        return new BigDecimal(amount.asString("0")).movePointRight(CENTS).longValueExact();
    }
}
