/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSpotPathsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09,/crm/objects/2026-09/contacts/batch/read,/crm/objects/2026-09/contacts/batch/update,/crm/objects/2026-09/contacts/search,/crm/properties/2026-09/contacts,/oauth/2026-09/token",
        "v3,/crm/v3/objects/contacts/batch/read,/crm/v3/objects/contacts/batch/update,/crm/v3/objects/contacts/search,/crm/v3/properties/contacts,/oauth/v3/token",
    })
    void eachVersionHasItsOwnShape(
            String version, String read, String update, String search, String properties, String token) {
        HubSpotPaths paths = new HubSpotPaths(version);

        assertThat(paths.batchRead("contacts")).isEqualTo(read);
        assertThat(paths.batchUpdate("contacts")).isEqualTo(update);
        assertThat(paths.search("contacts")).isEqualTo(search);
        assertThat(paths.properties("contacts")).isEqualTo(properties);
        assertThat(paths.token()).isEqualTo(token);
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> new HubSpotPaths("2025-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-09 or v3");
    }
}
