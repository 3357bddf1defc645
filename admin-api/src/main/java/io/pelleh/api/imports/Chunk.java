package io.pelleh.api.imports;

import io.pelleh.api.imports.csv.Row;
import io.pelleh.api.imports.csv.Row.Contact;
import io.pelleh.api.imports.csv.Row.Sale;
import io.pelleh.engine.checkout.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows that stand together in a file and belong together: how they are staged.
 */
final class Chunk {

    /** A row and its place among all files. */
    record Placed(long at, Row row) {}

    private static final String CUSTOMER = "c";
    private static final String GUEST = "g";
    private static final String DESCRIPTION = "description";

    private final String group;
    private final long at;
    private final int rows;
    private final byte[] bytes;

    /**
     * @param group whom they are applied with: a customer, or a guest's order
     * @param at the place of the first row
     */
    Chunk(String group, long at, int rows, byte[] bytes) {
        this.group = group;
        this.at = at;
        this.rows = rows;
        this.bytes = bytes;
    }

    String group() {
        return group;
    }

    long at() {
        return at;
    }

    int rows() {
        return rows;
    }

    byte[] bytes() {
        return bytes;
    }

    static String group(Placed placed) {
        Row row = placed.row();
        if (!row.customer().isEmpty()) {
            return CUSTOMER + row.customer();
        }
        String order = row instanceof Sale sale ? sale.orderId() : "";
        return GUEST + (order.isEmpty() ? "#" + placed.at() : order);
    }

    static boolean guest(String group) {
        return group.startsWith(GUEST);
    }

    static Chunk of(String group, List<Placed> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * rows.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Placed placed : rows) {
                write(out, placed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Chunk(group, rows.getFirst().at(), rows.size(), bytes.toByteArray());
    }

    List<Placed> read() {
        String customer = guest(group) ? "" : group.substring(1);
        List<Placed> all = new ArrayList<>(rows);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int i = 0; i < rows; i++) {
                all.add(read(in, customer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void write(DataOutputStream out, Placed placed) throws IOException {
        out.writeLong(placed.at());
        out.writeLong(placed.row().at().toEpochMilli());
        switch (placed.row()) {
            case Contact contact -> {
                out.writeBoolean(true);
                text(out, contact.told());
            }
            case Sale sale -> {
                out.writeBoolean(false);
                out.writeUTF(sale.orderId());
                out.writeBoolean(sale.returned());
                String of = sale.returnOf();
                out.writeUTF(of == null ? "" : of);
                write(out, sale.line());
            }
        }
    }

    private static void write(DataOutputStream out, Line line) throws IOException {
        out.writeUTF(line.sku());
        out.writeUTF(line.category());
        out.writeLong(line.quantity());
        out.writeUTF(line.unitPrice().toString());
        out.writeLong(line.amount());
        out.writeUTF(line.attributes().getOrDefault(DESCRIPTION, ""));
    }

    private static Placed read(DataInputStream in, String customer) throws IOException {
        long at = in.readLong();
        Instant time = Instant.ofEpochMilli(in.readLong());
        if (in.readBoolean()) {
            return new Placed(at, new Contact(customer, time, text(in)));
        }
        String order = in.readUTF();
        boolean returned = in.readBoolean();
        String of = in.readUTF();
        return new Placed(at, new Sale(customer, order, time, returned, of.isEmpty() ? null : of, line(in)));
    }

    private static Line line(DataInputStream in) throws IOException {
        String sku = in.readUTF();
        String category = in.readUTF();
        long quantity = in.readLong();
        BigDecimal price = new BigDecimal(in.readUTF());
        long amount = in.readLong();
        String description = in.readUTF();
        Map<String, String> attributes = description.isEmpty() ? Map.of() : Map.of(DESCRIPTION, description);
        List<String> categories = category.isEmpty() ? List.of() : List.of(category);
        return new Line(sku, categories, quantity, price, amount, null, 0, attributes);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
