package io.pelleh.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** One kept-alive HTTP/1.1 connection to loopback that does as little as it can: the load must not be the client's. */
final class Client implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final Set<Integer> OK = Set.of(200, 201);

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    Client(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** A PUT of JSON, as bytes to send. */
    static byte[] put(String path, String key, String body) {
        return request("PUT " + path, key, body);
    }

    /**
     * A request with JSON, or with nothing, as bytes to send.
     *
     * @param what method and path
     */
    static byte[] request(String what, String key, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = what + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @return the body
     * @throws IOException when the status is neither 200 nor 201, or the connection fails
     */
    byte[] send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (!OK.contains(Integer.parseInt(status.split(" ", 3)[1]))) {
            throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
