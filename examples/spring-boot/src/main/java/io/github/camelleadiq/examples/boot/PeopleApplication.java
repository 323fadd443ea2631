/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Looks up people by their email address over HTTP. */
@SpringBootApplication
public class PeopleApplication {

    public static void main(String... arguments) {
        SpringApplication.run(PeopleApplication.class, arguments);
    }
}
