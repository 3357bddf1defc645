package io.pelleh.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class Pelleh {

    public static void main(String[] args) {
        SpringApplication.run(Pelleh.class, args);
    }
}
