package io.pelleh.api.imports.csv;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a file can tell, under its name in a mapping. */
enum Told {
    ORDER_ID("orderId"),
    CUSTOMER_ID("customerId"),
    OCCURRED_AT("occurredAt"),
    SKU("sku"),
    CATEGORY("category"),
    DESCRIPTION("description"),
    QUANTITY("quantity"),
    UNIT_PRICE("unitPrice"),
    AMOUNT("amount"),
    RETURN_OF("returnOf"),
    NAME("name"),
    GENDER("gender"),
    CITY("city"),
    PHONE("phone"),
    EMAIL("email"),
    BIRTH_DATE("birthDate"),
    LOCALE("locale");

    private final String word;

    Told(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Told> of(String word) {
        return Arrays.stream(values()).filter(told -> told.word.equals(word)).findFirst();
    }
}
