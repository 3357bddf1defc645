package io.pelleh.api;

import io.pelleh.api.imports.command.ImportCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application, or with {@code import} as the first argument a command that talks to a running one. */
@SpringBootApplication
public class Pelleh {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(ImportCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(Pelleh.class, args);
    }
}
