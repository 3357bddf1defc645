package io.pelleh.api.imports;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of an import as they were sent, in slices in the table {@code import_file}: any node can go on with them. */
final class Uploads {

    private static final int SLICE = 512 << 10;

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file and returns its size in bytes. */
    long keep(String job, int file, InputStream bytes) throws IOException {
        long size = 0;
        int seq = 0;
        for (byte[] slice = bytes.readNBytes(SLICE); slice.length > 0; slice = bytes.readNBytes(SLICE)) {
            jdbc.sql("INSERT INTO import_file (job, file_no, seq, bytes) VALUES (?, ?, ?, ?)")
                    .params(job, file, seq, slice)
                    .update();
            size += slice.length;
            seq++;
        }
        return size;
    }

    Reading open(String job, int file) {
        return new Reading(job, file);
    }

    void drop(String job) {
        jdbc.sql("DELETE FROM import_file WHERE job = ?").param(job).update();
    }

    private byte @Nullable [] slice(String job, int file, int seq) {
        return jdbc.sql("SELECT bytes FROM import_file WHERE job = ? AND file_no = ? AND seq = ?")
                .params(job, file, seq)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    /** A file being read, one slice in memory. */
    final class Reading extends InputStream {

        private final String job;
        private final int file;
        private byte[] slice = {};
        private int at;
        private int seq;
        private long taken;

        private Reading(String job, int file) {
            this.job = job;
            this.file = file;
        }

        /** Bytes read so far. */
        long taken() {
            return taken;
        }

        @Override
        public int available() {
            if (at == slice.length) {
                byte[] next = slice(job, file, seq);
                slice = next == null ? new byte[0] : next;
                at = 0;
                seq++;
            }
            return slice.length - at;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, available());
            if (count == 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(slice, at, into, offset, count);
            at += count;
            taken += count;
            return count;
        }
    }
}
