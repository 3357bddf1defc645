package io.pelleh.engine.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads how people speak of the built-in attributes: blocks of a path and six lines of words. */
final class Words {

    private static final int LINES = 7;

    private Words() {}

    /** By path. */
    static Map<String, Wording> read() {
        Map<String, Wording> words = new LinkedHashMap<>();
        for (String block : text().strip().split("\n\n+")) {
            String[] lines = block.lines().map(String::strip).toArray(String[]::new);
            if (lines.length != LINES) {
                throw new IllegalStateException("words.txt needs a path and six lines: " + block);
            }
            words.put(
                    lines[0],
                    new Wording(
                            new Bilingual(lines[1], lines[2]),
                            new Bilingual(lines[3], lines[4]),
                            new Bilingual(lines[5], lines[6])));
        }
        return words;
    }

    private static String text() {
        try (InputStream in = Words.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
