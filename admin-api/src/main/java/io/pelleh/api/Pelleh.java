package io.pelleh.api;

import io.pelleh.api.conformance.ConformanceCommand;
import io.pelleh.api.imports.command.ImportCommand;
import io.pelleh.api.ruleset.command.RulesCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application, or the command that the first argument names: {@code import}, {@code validate}, {@code test}. */
@SpringBootApplication
public class Pelleh {

    public static void main(String[] args) {
        String command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "import" -> System.exit(ImportCommand.run(rest(args)));
            case "validate" -> System.exit(RulesCommand.validate(rest(args)));
            case "conformance" -> System.exit(ConformanceCommand.run(rest(args)));
            case "test" -> System.exit(RulesCommand.test(rest(args)));
            default -> SpringApplication.run(Pelleh.class, args);
        }
    }

    private static String[] rest(String... args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }
}
