package io.pelleh.api.loopback;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** A port that only this machine reaches, open before the one that everybody knows: the same filters and controllers. */
public final class LoopbackPort implements AutoCloseable {

    private final Service service;
    private final Connector connector;

    private LoopbackPort(Service service, Connector connector) {
        this.service = service;
        this.connector = connector;
    }

    /**
     * Opens one; empty where there is no Tomcat.
     *
     * @throws IllegalStateException when it cannot be opened
     */
    public static Optional<LoopbackPort> open(ApplicationContext context) {
        return context instanceof WebServerApplicationContext web
                        && web.getWebServer() instanceof TomcatWebServer server
                ? Optional.of(open(server.getTomcat().getService()))
                : Optional.empty();
    }

    private static LoopbackPort open(Service service) {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setThrowOnFailure(true);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(InetAddress.getLoopbackAddress());
            protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        }
        service.addConnector(connector);
        return new LoopbackPort(service, connector);
    }

    /** Where it listens. */
    public URI uri() {
        String host = InetAddress.getLoopbackAddress() instanceof Inet6Address ? "[::1]" : "127.0.0.1";
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        service.removeConnector(connector);
        try {
            connector.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the loopback port stays open", e);
        }
    }
}
