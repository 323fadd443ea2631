/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import io.github.camelleadiq.routes.core.profile.EnrichmentProfile;
import io.github.camelleadiq.routes.core.profile.ProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;

/** Finds a profile by what a parameter says. */
public final class ProfileFinder {
    private ProfileFinder() {}

    /**
     * A profile: a bean of this name, a file, or one that comes with this library such as {@code salesforce/lead}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EnrichmentProfile find(CamelContext context, String name) {
        EnrichmentProfile bean = context.getRegistry().lookupByNameAndType(name, EnrichmentProfile.class);
        if (bean != null) {
            return bean;
        }
        try {
            Path file = Path.of(name.startsWith("file:") ? name.substring("file:".length()) : name);
            return Files.isRegularFile(file) ? ProfileReader.read(file) : ProfileReader.shipped(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the profile " + name, e);
        }
    }
}
