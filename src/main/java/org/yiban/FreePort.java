package org.yiban;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Says that the HTTP port is taken before anything else is started: the web server opens it last, and would say so half a
 * minute later. A port that is taken in between is still found out then.
 */
final class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        int port = environment.getRequiredProperty("server.port", Integer.class);
        String address = environment.getProperty("server.address");
        if (port <= 0) {
            return;
        }
        try {
            new ServerSocket(port, 1, address == null ? null : InetAddress.getByName(address)).close();
        } catch (BindException e) {
            throw new PortInUseException(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open port " + port, e);
        }
    }
}
