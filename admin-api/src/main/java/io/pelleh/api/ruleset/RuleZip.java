package io.pelleh.api.ruleset;

import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Fault;
import io.pelleh.api.problem.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a release as a zip of plain files: the same files always make the same bytes. */
public final class RuleZip {

    private static final int MAX_FILES = 1_000;
    private static final int MAX_FILE_BYTES = 8 << 20;
    private static final long MAX_BYTES = 32L << 20;
    private static final FileTime THEN = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private RuleZip() {}

    public static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(THEN);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a zip in memory was not written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a zip; folders in it are passed over. Whether its paths are acceptable is the caller's to say.
     *
     * @throws Refused when it is none, holds a path twice, leads out of itself, or is larger than a release may be
     */
    public static Map<String, byte[]> read(byte[] bytes) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            long left = MAX_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                left -= entry.isDirectory() ? 0 : add(files, path(entry.getName()), content(zip, left));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw refused("not_a_zip", "the zip cannot be read");
        } catch (IOException e) {
            throw refused("not_a_zip", "the zip is cut off");
        }
        if (files.isEmpty()) {
            throw refused("not_a_zip", "the zip holds no file");
        }
        return files;
    }

    private static byte[] content(ZipInputStream zip, long left) throws IOException {
        int limit = (int) Math.min(MAX_FILE_BYTES, left);
        byte[] content = zip.readNBytes(limit + 1);
        if (content.length > limit) {
            throw refused("zip_too_large", "the zip holds more than a release may");
        }
        return content;
    }

    private static int add(Map<String, byte[]> files, String path, byte[] content) {
        if (files.put(path, content) != null) {
            throw refused("duplicate_entry", "the zip holds a path twice");
        }
        if (files.size() > MAX_FILES) {
            throw refused("zip_too_large", "the zip holds more than a release may");
        }
        return content.length;
    }

    private static String path(String name) {
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || ("/" + name + "/").contains("/../")) {
            throw refused("invalid_path", "the zip leads out of itself");
        }
        return name;
    }

    private static Refused refused(String code, String detail) {
        return Refused.because(Code.INVALID, new Fault("", code, detail));
    }
}
