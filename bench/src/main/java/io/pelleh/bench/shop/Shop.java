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
import io.pelleh.rules.StarterPack;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

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

    /** @param args settings of the application, {@code --name=value} */
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(Shop::endWithParent);
        ConfigurableApplicationContext context = SpringApplication.run(new Class<?>[] {Pelleh.class, Shop.class}, args);
        String key = context.getBean(Onboarding.class).open(PROGRAM).orElseThrow();
        int size = context.getEnvironment().getProperty(SIZE, Integer.class, PROMOTIONS);
        Signed signed = new Signed("bench", "bench", size + " promotions");
        context.getBean(Releases.class)
                .publish(new Publication(PROGRAM.id(), 1, files(size), signed, Origin.NONE, null), number -> {});
        System.out.println(READY + context.getEnvironment().getRequiredProperty("local.server.port") + " " + key);
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

    private static Map<String, byte[]> files(int size) {
        Map<String, byte[]> files = new LinkedHashMap<>(StarterPack.files());
        files.keySet().removeIf(path -> path.matches("(promotions|segments|tiers)/.*"));
        files.putAll(RuleFiles.table(Promotions.ofSize(size)));
        return files;
    }
}
