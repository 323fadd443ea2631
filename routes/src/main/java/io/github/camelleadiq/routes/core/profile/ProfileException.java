/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.core.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile cannot be used; says everything that is wrong with it. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ProfileError> errors;

    ProfileException(List<ProfileError> errors) {
        super(errors.stream().map(ProfileError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** All errors, in the order of the file; empty after serialisation, which keeps the message. */
    public List<ProfileError> errors() {
        return errors == null ? List.of() : errors;
    }
}
