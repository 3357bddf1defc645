package io.pelleh.rules.grid;

import io.pelleh.rules.text.Wrong;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks through the parts of a workbook before anything opens it: no bombs, macros, or links to elsewhere. */
final class Archive {

    private static final long MAX_BYTES = 32L << 20;
    private static final int MAX_PARTS = 500;
    private static final Pattern HOSTILE_PARTS = Pattern.compile(
            ".*(vba|macro|externallink|embeddings|activex|ctrlprops|connections|querytable|webextension|customui).*");
    private static final Pattern HOSTILE_TEXT =
            Pattern.compile("(?i)TargetMode\\s*=\\s*[\"']\\s*External|<!DOCTYPE|<!ENTITY|macroEnabled");

    private Archive() {}

    /** @throws Wrong when it is not a workbook that may be opened */
    static void check(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            if (parts(zip) == 0) {
                throw unreadable();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static int parts(ZipInputStream zip) throws IOException {
        long total = 0;
        int parts = 0;
        for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
            byte[] content = zip.readNBytes((int) (MAX_BYTES - total + 1));
            total += content.length;
            if (total > MAX_BYTES || ++parts > MAX_PARTS) {
                throw new Wrong("the workbook is too large when unpacked", "keep only the table in it");
            }
            check(part.getName().toLowerCase(Locale.ROOT), content);
        }
        return parts;
    }

    private static Wrong unreadable() {
        return new Wrong("the workbook cannot be opened", "save it as .xlsx again");
    }

    private static void check(String name, byte[] content) {
        if (HOSTILE_PARTS.matcher(name).matches()) {
            throw new Wrong(
                    "the workbook holds macros or links: " + name, "paste the table into a new workbook as values");
        }
        boolean text = name.endsWith(".rels") || name.endsWith(".xml");
        if (text && HOSTILE_TEXT.matcher(latin(content)).find()) {
            throw new Wrong("the workbook refers to something outside: " + name, "remove links and connections");
        }
    }

    /** Letters as they are in any Unicode encoding. */
    private static String latin(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
