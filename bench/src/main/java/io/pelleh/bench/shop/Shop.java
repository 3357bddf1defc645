package io.pelleh.bench.shop;

import io.pelleh.api.Pelleh;
import io.pelleh.api.program.Onboarding;
import io.pelleh.api.ruleset.Publication;
import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.bench.promotion.Baskets;
import io.pelleh.bench.promotion.Promotions;
import io.pelleh.bench.promotion.RuleFiles;
import io.pelleh.engine.program.Calendar;
import io.pelleh.engine.program.Currency;
import io.pelleh.engine.program.Program;
import io.pelleh.engine.program.ProgramId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Starts the application with one program, the starter pack's scores, segments, ladder and tiers, and promotions
 * in one table; says where it is and with which key on standard output.
 */
@Configuration(proxyBeanMethods = false)
@Import(Yardstick.class)
public class Shop {

    /** What the line begins with that tells port and key. */
    public static final String READY = "bench-shop-ready ";

    /** The program whose checkouts are measured. */
    public static final Program PROGRAM = new Program(
            new ProgramId("bench"),
            "Bench",
            Currency.of("IRR", 0),
            true,
            Baskets.ZONE,
            Program.CountsAt.PLACED,
            false,
            Calendar.JALALI);

    /** Promotions there are unless {@value #SIZE} says otherwise. */
    public static final int PROMOTIONS = 100;

    /** The setting that says how many promotions there are. */
    public static final String SIZE = "bench.promotions";

    /** The setting that adds promotions for codes. */
    public static final String CODES = "bench.codes";

    /** The setting of another node of a shop that stands: the key of that shop. */
    public static final String KEY = "bench.key";

    /** The file in the data folder with which another node finds MySQL and Redis. */
    public static final String SERVERS = "servers.properties";

    /** @param args settings of the application, {@code --name=value} */
    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().start(Shop::endWithParent);
        ConfigurableApplicationContext context = SpringApplication.run(new Class<?>[] {Pelleh.class, Shop.class}, args);
        Environment settings = context.getEnvironment();
        String key = settings.getProperty(KEY);
        if (key == null) {
            key = open(context);
        }
        System.out.println(READY + settings.getRequiredProperty("local.server.port") + " " + key);
    }

    private static String open(ConfigurableApplicationContext context) throws IOException {
        Environment settings = context.getEnvironment();
        String key = context.getBean(Onboarding.class).open(PROGRAM).orElseThrow();
        Map<String, byte[]> files =
                RuleFiles.shop(Promotions.ofSize(settings.getProperty(SIZE, Integer.class, PROMOTIONS)));
        if (settings.getProperty(CODES, Boolean.class, false)) {
            files.putAll(RuleFiles.codes());
        }
        Signed signed = new Signed("bench", "bench", "promotions");
        context.getBean(Releases.class)
                .publish(new Publication(PROGRAM.id(), 1, files, signed, Origin.NONE, null), number -> {});
        Files.writeString(Path.of(settings.getRequiredProperty("pelleh.data-folder"), SERVERS), servers(settings));
        return key;
    }

    private static String servers(Environment settings) {
        Map<String, String> names = Map.of(
                "pelleh.mysql.url", "spring.datasource.url",
                "pelleh.mysql.user", "spring.datasource.username",
                "pelleh.mysql.password", "spring.datasource.password",
                "spring.jpa.database-platform", "spring.jpa.database-platform",
                "pelleh.redis.uri", "pelleh.redis.uri");
        return names.entrySet().stream()
                .map(name -> name.getKey() + "=" + settings.getRequiredProperty(name.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** Standard input ends when the parent does, however it does. */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("standard input is gone: " + e.getMessage());
        }
        System.exit(0);
    }
}
