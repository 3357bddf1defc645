package io.pelleh.api.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports on this machine, and connections to them. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private static final int TIMEOUT_MILLIS = 1_000;
    private static final int TRIES = 100;

    private Loopback() {}

    /**
     * A free port in {@code [from, to)}. Keep that below 32768, where Linux takes the ports of outgoing connections
     * from: otherwise one could sit on the port while its server is stopped.
     */
    static int freePort(int from, int to) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(from, to);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("No free port found between " + from + " and " + to);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
