package io.pelleh.rules.vocabulary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.pelleh.engine.facts.Attribute;
import io.pelleh.engine.facts.Attribute.Unit;
import io.pelleh.engine.facts.Bilingual;
import io.pelleh.engine.facts.Choices;
import io.pelleh.engine.facts.OwnAttributes;
import io.pelleh.engine.facts.Vocabulary;
import io.pelleh.engine.facts.Vocabulary.Entry;
import io.pelleh.engine.facts.Wording;
import io.pelleh.rules.text.Flaw;
import io.pelleh.rules.text.Wrong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The attributes that a shop declares in {@code vocabulary/attributes.csv}: path, type, unit, labels and allowed values.
 *
 * <pre>
 * path,type,unit,label_en,label_fa,values
 * basket.attributes.channel,text,,Channel,کانال فروش,web|app|store
 * item.attributes.weight,number,count,Weight in grams,وزن به گرم,
 * </pre>
 *
 * @param flaws what is wrong, with line numbers
 */
public record ShopAttributes(Vocabulary vocabulary, List<Flaw> flaws) {

    /** Where a release declares them. */
    public static final String PATH = "vocabulary/attributes.csv";

    private static final String HEADING = "path,type,unit,label_en,label_fa,values";
    private static final Pattern OWN_PATH = Pattern.compile("(basket|item)\\.attributes\\.[a-z][a-zA-Z0-9]{0,39}");
    private static final int COLUMNS = 6;
    private static final int MAX = 200;

    /** Reads the file's text. */
    public static ShopAttributes read(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Flaw> flaws = new ArrayList<>();
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.replace("\ufeff", ""))) {
            for (CsvRecord line : lines) {
                read(line, entries, flaws);
            }
        } catch (CsvParseException e) {
            flaws.add(new Flaw("", "", "the file is not CSV: " + e.getMessage(), "quote fields as \"…\""));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (entries.size() > MAX) {
            flaws.add(new Flaw("", "", "more than " + MAX + " attributes", "declare what rules look at only"));
        }
        return new ShopAttributes(Vocabulary.builtIn().with(List.copyOf(entries.values())), flaws);
    }

    private static void read(CsvRecord line, Map<String, Entry> entries, List<Flaw> flaws) {
        List<String> fields = line.getFields().stream().map(String::strip).toList();
        String path = fields.getFirst();
        try {
            if (line.getStartingLineNumber() == 1) {
                heading(fields);
            } else if (entries.putIfAbsent(path, entry(fields)) != null) {
                throw new Wrong("another line declares " + path, "declare it once");
            }
        } catch (Wrong wrong) {
            flaws.add(Flaw.of(path, wrong.at(String.valueOf(line.getStartingLineNumber()))));
        }
    }

    private static void heading(List<String> fields) {
        if (!String.join(",", fields).equals(HEADING)) {
            throw new Wrong("the first line is not the heading", "write: " + HEADING);
        }
    }

    private static Entry entry(List<String> fields) {
        if (fields.size() < COLUMNS - 1 || fields.size() > COLUMNS) {
            throw new Wrong("a line has " + COLUMNS + " fields, not " + fields.size(), HEADING);
        }
        String path = fields.getFirst();
        if (!OWN_PATH.matcher(path).matches()) {
            throw new Wrong(
                    "\"" + path + "\" cannot be the path of a shop's own attribute",
                    "write basket.attributes.name or item.attributes.name, the name in Latin letters and digits");
        }
        if (fields.get(3).isEmpty() || fields.get(4).isEmpty()) {
            throw new Wrong(path + " lacks a label", "give it an English and a Persian one");
        }
        Attribute attribute = attribute(path, fields.get(1), fields.get(2));
        List<String> values = fields.size() < COLUMNS || fields.get(5).isEmpty()
                ? List.of()
                : Arrays.stream(fields.get(5).split("\\|")).map(String::strip).toList();
        if (!values.isEmpty() && !(attribute instanceof Attribute.Text)) {
            throw new Wrong("only texts have a list of values", "leave the last field empty");
        }
        return new Entry(attribute, wording(path, fields), Choices.of(values));
    }

    private static Attribute attribute(String path, String type, String unit) {
        return switch (type) {
            case "number" -> OwnAttributes.number(path, unit(unit));
            case "text" -> OwnAttributes.text(path);
            case "flag" -> OwnAttributes.flag(path);
            default -> throw new Wrong("\"" + type + "\" is not a type", "use number, text or flag");
        };
    }

    private static Unit unit(String written) {
        if (written.isEmpty()) {
            return Unit.COUNT;
        }
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() ->
                        new Wrong("\"" + written + "\" is not a unit", "use count, days, money, points or score"));
    }

    private static Wording wording(String path, List<String> fields) {
        boolean item = path.startsWith("item");
        String english = fields.get(3).substring(0, 1).toLowerCase(Locale.ROOT)
                + fields.get(3).substring(1);
        return new Wording(
                new Bilingual(fields.get(3), fields.get(4)),
                new Bilingual(
                        "the " + (item ? "product's " : "basket's ") + english,
                        fields.get(4) + (item ? " کالا" : " سبد")),
                new Bilingual(
                        "Sent along by the shop's checkout; missing is "
                                + (fields.get(1).equals("number")
                                        ? "0"
                                        : fields.get(1).equals("flag") ? "no" : "empty") + ".",
                        "صندوق فروشگاه آن را می‌فرستد."));
    }
}
