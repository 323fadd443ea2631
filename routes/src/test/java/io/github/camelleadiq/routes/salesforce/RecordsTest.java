/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelleadiq.routes.core.CrmRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void fieldsHaveTheNamesThatWereAskedForWhateverTheirCase() throws Exception {
        CrmRecord found = Records.parse(
                "Contact",
                List.of("LastName", "FIRSTNAME", "account.name", "Owner.Name", "Email", "NumberOfEmployees"),
                Json.MAPPER.readTree(
                        """
                        {"attributes": {"type": "Contact"}, "Id": "003000000000001AAA", "FirstName": "Ada",
                         "LastName": "Sample", "Email": null, "NumberOfEmployees": 12,
                         "Account": {"attributes": {"type": "Account"}, "Name": "Acme"}, "Owner": null}
                        """));
        assertThat(found.id()).isEqualTo("003000000000001AAA");
        assertThat(found.fields())
                .containsEntry("LastName", "Sample")
                .containsEntry("FIRSTNAME", "Ada")
                .containsEntry("account.name", "Acme")
                .containsEntry("Owner.Name", null)
                .containsEntry("Email", null)
                .containsEntry("NumberOfEmployees", 12)
                .hasSize(6);
    }

    @Test
    void aRecordWithoutAnIdCannotBeRead() throws Exception {
        assertThatExceptionOfType(SalesforceCallException.class)
                .isThrownBy(() -> Records.parse("Lead", List.of("Email"), Json.MAPPER.readTree("{\"Id\": null}")));
    }
}
