package org.yiban.partners;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.yiban.exchange.MakeExchangeKeys;

/**
 * Gives an application of the tests a treasury, a tax bureau and a partner that echoes, for the pools that {@code
 * yiban.tests.partners} names, and for all pools one that speaks for agencies elsewhere.
 */
public final class PartnersOfTests implements EnvironmentPostProcessor, ApplicationListener<WebServerInitializedEvent> {

    /** A pool that has partners in every application of the tests. */
    public static final String POOL = "371500";

    private static final String TREASURY = "yiban.tests.treasury";
    private static final String TAX_BUREAU = "yiban.tests.taxBureau";
    private static final String ECHO = "yiban.tests.echo";
    private static final String REGIONS = "yiban.tests.regions";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String pools = environment.getProperty("yiban.tests.partners");
        if (pools != null) {
            environment.getPropertySources().addFirst(new MapPropertySource("partners of tests", start(pools)));
        }
    }

    private static Map<String, Object> start(String pools) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-partners")), "of");
            Path ours = folder.resolve("exchange-keys.json");
            PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
            MakeExchangeKeys.run(List.of(ours.toString()), quiet, quiet);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("yiban.exchange.keys", ours.toString());
            properties.put("yiban.exchange.timeout", "2s");
            add(properties, TREASURY, "treasury", "聊城市财政局", new TreasurySimulator(0, folder), folder);
            add(properties, TAX_BUREAU, "taxBureau", "聊城市税务局", new TaxBureauSimulator(0, folder), folder);
            add(properties, ECHO, "echo", "回声", new EchoingPartner(0, folder), folder);
            add(properties, REGIONS, "regions", "异地经办机构", new RegionSimulator(0, folder), folder);
            properties.put(
                    "yiban.exchange.partners.regions.regions", RegionSimulator.QINGDAO + "," + RegionSimulator.BEIJING);
            for (String name : List.of("treasury", "taxBureau", "echo")) {
                properties.put("yiban.exchange.partners." + name + ".pools", pools);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(
            Map<String, Object> properties,
            String bean,
            String name,
            String title,
            PartnerSimulator partner,
            Path folder) {
        partner.knows(folder.resolve("exchange-keys.public.json"));
        String prefix = "yiban.exchange.partners." + name + ".";
        properties.put(prefix + "url", partner.inbox().toString());
        properties.put(prefix + "keys", partner.publicKeys().toString());
        properties.put(prefix + "title", title);

        properties.put(bean, partner);
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        WebServerApplicationContext context = started.getApplicationContext();
        if (!context.getEnvironment().containsProperty(TREASURY) || context.getServerNamespace() != null) {
            return;
        }
        URI inbox = URI.create("http://127.0.0.1:" + started.getWebServer().getPort() + "/api/exchange/inbox");
        for (String property : List.of(TREASURY, TAX_BUREAU, ECHO, REGIONS)) {
            PartnerSimulator partner = context.getEnvironment().getProperty(property, PartnerSimulator.class);
            partner.answersTo(inbox);
            ((ConfigurableApplicationContext) context)
                    .getBeanFactory()
                    .registerSingleton(property.substring("yiban.tests.".length()) + "Simulator", partner);
        }
    }
}
