package io.pelleh.rules.vocabulary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.pelleh.engine.customer.Told;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes that a shop declares in {@code vocabulary/attributes.csv}: path, type, unit, labels and allowed values.
 *
 * <pre>
 * path,type,unit,label_en,label_fa,values
 * basket.attributes.channel,text,,Channel,کانال فروش,web|app|store
 * item.attributes.weight,number,count,Weight in grams,وزن به گرم,
 * customer.attributes.profession,text,,Profession,شغل,
 * </pre>
 *
 * @param flaws what is wrong, with line numbers
 */
public record ShopAttributes(Vocabulary vocabulary, List<Flaw> flaws) {

    /** Where a release declares them. */
    public static final String PATH = "vocabulary/attributes.csv";

    private static final String HEADING = "path,type,unit,label_en,label_fa,values";
    private static final Pattern OWN_PATH =
            Pattern.compile("(customer|basket|item)\\.attributes\\.([a-z][a-zA-Z0-9]{0,39})");
    private static final int COLUMNS = 6;
    private static final int MAX = 200;
    private static final String CUSTOMER = "customer";

    /** Names under which shops keep what identifies a person: it stays in the person store. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "familyname",
            "nickname",
            "phone",
            "phonenumber",
            "mobile",
            "mobilenumber",
            "telephone",
            "cellphone",
            "email",
            "emailaddress",
            "mail",
            "address",
            "street",
            "postcode",
            "postalcode",
            "zipcode",
            "birthdate",
            "birthday",
            "dateofbirth",
            "nationalid",
            "nationalcode",
            "passport",
            "iban",
            "card",
            "cardnumber");

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
        long customers = entries.keySet().stream()
                .filter(path -> path.startsWith(CUSTOMER))
                .count();
        if (customers > Told.MAX_VALUES) {
            flaws.add(new Flaw(
                    "",
                    "",
                    "more than " + Told.MAX_VALUES + " attributes of customers",
                    "each is kept for every customer: declare what rules look at only"));
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
        Matcher own = OWN_PATH.matcher(path);
        if (!own.matches()) {
            throw new Wrong(
                    "\"" + path + "\" cannot be the path of a shop's own attribute",
                    "write customer.attributes.x, basket.attributes.x or item.attributes.x, x in Latin letters and digits");
        }
        if (own.group(1).equals(CUSTOMER) && PERSONAL.contains(own.group(2).toLowerCase(Locale.ROOT))) {
            throw new Wrong(
                    "\"" + own.group(2) + "\" is personal and never leaves the person store",
                    "declare what rules need to know instead: a region, an age group, yes or no");
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
        String english = fields.get(3).substring(0, 1).toLowerCase(Locale.ROOT)
                + fields.get(3).substring(1);
        String missing = switch (fields.get(1)) {
            case "number" -> "0.";
            case "flag" -> "no.";
            default -> "empty.";
        };
        Bilingual label = new Bilingual(fields.get(3), fields.get(4));
        return switch (path.substring(0, path.indexOf('.'))) {
            case CUSTOMER ->
                new Wording(
                        label,
                        new Bilingual("the customer's " + english, fields.get(4) + " مشتری"),
                        new Bilingual(
                                "Told by the shop with contact.identified, kept from the release on that declares it; missing is "
                                        + missing,
                                "فروشگاه آن را با contact.identified می‌گوید؛ از انتشاری که آن را تعریف کند نگه داشته می‌شود."));
            case "item" ->
                new Wording(label, new Bilingual("the product's " + english, fields.get(4) + " کالا"), sent(missing));
            default ->
                new Wording(label, new Bilingual("the basket's " + english, fields.get(4) + " سبد"), sent(missing));
        };
    }

    private static Bilingual sent(String missing) {
        return new Bilingual(
                "Sent along by the shop's checkout; missing is " + missing, "صندوق فروشگاه آن را می‌فرستد.");
    }
}
