package io.pelleh.api.imports.csv;

import io.pelleh.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What a row tells of a person, as the JSON an event would carry; judged by the same code. */
final class Person {

    private static final Map<String, String> GENDERS = Map.of(
            "f", "female", "w", "female", "woman", "female", "زن", "female", "خانم", "female", "m", "male", "man",
            "male", "مرد", "male", "آقا", "male");

    private static final int MAX_CELL = 400;

    private Person() {}

    static String json(Cells row, Cells.Places places) throws RowRejected {
        String name = Script.persian(told(row, places, Told.NAME));
        String city = Script.persian(told(row, places, Told.CITY));
        String gender = told(row, places, Told.GENDER).toLowerCase(Locale.ROOT);
        String birth = Script.latin(told(row, places, Told.BIRTH_DATE)).replace('/', '-');
        String[] person = {
            "name",
            name,
            "city",
            city,
            "gender",
            GENDERS.getOrDefault(gender, gender),
            "birthDate",
            birth,
            "locale",
            told(row, places, Told.LOCALE)
        };
        String[] names = {"phone", told(row, places, Told.PHONE), "email", told(row, places, Told.EMAIL)};
        return json(names, person, places.attributes(row));
    }

    private static String json(String[] names, String[] person, Map<String, String> attributes) {
        byte[] bytes = Json.write(json -> {
            json.writeStartObject();
            object(json, "names", names);
            json.writeObjectPropertyStart("person");
            pairs(json, person);
            if (!attributes.isEmpty()) {
                json.writeObjectPropertyStart("attributes");
                attributes.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        });
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void object(JsonGenerator json, String name, String[] pairs) {
        json.writeObjectPropertyStart(name);
        pairs(json, pairs);
        json.writeEndObject();
    }

    private static void pairs(JsonGenerator json, String[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                json.writeStringProperty(pairs[i], pairs[i + 1]);
            }
        }
    }

    private static String told(Cells row, Cells.Places places, Told told) throws RowRejected {
        String text = places.of(row, told);
        if (text != null && text.length() > MAX_CELL) {
            throw new RowRejected("text_too_long");
        }
        return text == null ? "" : text;
    }
}
