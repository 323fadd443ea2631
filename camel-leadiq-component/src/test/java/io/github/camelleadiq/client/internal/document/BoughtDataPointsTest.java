/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import static io.github.camelleadiq.client.DataPoint.COMPANY;
import static io.github.camelleadiq.client.DataPoint.EMAIL;
import static io.github.camelleadiq.client.DataPoint.PHONE;
import static io.github.camelleadiq.client.DataPoint.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.LeadIQOperation;
import io.github.camelleadiq.client.Selection;
import io.github.camelleadiq.client.internal.schema.SchemaDialect;
import io.github.camelleadiq.client.internal.schema.Schemas;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A compiled document knows what it buys, whether it is a packaged one or the caller's own fields. */
class BoughtDataPointsTest {

    @ParameterizedTest
    @EnumSource(SchemaDialect.class)
    void peopleComeWithProfileAndEmail(SchemaDialect dialect) {
        assertThat(bought(dialect, LeadIQOperation.SEARCH_PEOPLE, Selection.DEFAULT))
                .containsExactlyInAnyOrder(PROFILE, EMAIL);
        assertThat(bought(dialect, LeadIQOperation.FLAT_ADVANCED_SEARCH, Selection.DEFAULT))
                .containsExactlyInAnyOrder(PROFILE, EMAIL);
    }

    @ParameterizedTest
    @EnumSource(SchemaDialect.class)
    void eachDataPointIsWhatItSays(SchemaDialect dialect) {
        for (DataPoint point : DataPoint.values()) {
            assertThat(bought(dialect, LeadIQOperation.SEARCH_PEOPLE, Selection.of(Set.of(point))))
                    .as("%s", point)
                    .isEqualTo(point == PROFILE ? Set.of(PROFILE) : Set.of(PROFILE, point));
        }
    }

    @Test
    void ownFieldsAreKnownByWhatTheyBuy() {
        assertThat(own("results { name { fullName } currentPositions { companyInfo { id name } } }"))
                .containsExactly(PROFILE);
        assertThat(own("results { personalPhones { value } }")).containsExactly(PHONE);
        assertThat(own("results { currentPositions { companyInfo { domain } emails { value } } }"))
                .containsExactlyInAnyOrder(COMPANY, EMAIL);
    }

    @Test
    void companiesAreTheCompanyDataPoint() {
        assertThat(bought(SchemaDialect.LIVE, LeadIQOperation.SEARCH_COMPANY, Selection.DEFAULT))
                .contains(COMPANY)
                .doesNotContain(EMAIL, PHONE);
        assertThat(bought(SchemaDialect.LIVE, LeadIQOperation.SEARCH_COMPANY, Selection.of(Set.of(PROFILE))))
                .containsExactly(PROFILE);
    }

    @Test
    void freeOperationsBuyNothing() {
        assertThat(bought(SchemaDialect.LIVE, LeadIQOperation.USAGE, Selection.DEFAULT))
                .isEmpty();
        assertThat(bought(SchemaDialect.LIVE, LeadIQOperation.SEARCH_PEOPLE_PREVIEW, Selection.DEFAULT))
                .isEmpty();
    }

    private static Set<DataPoint> own(String fields) {
        return bought(SchemaDialect.LIVE, LeadIQOperation.SEARCH_PEOPLE, Selection.ofFields(fields));
    }

    private static Set<DataPoint> bought(SchemaDialect dialect, LeadIQOperation operation, Selection selection) {
        return new DocumentCompiler(Schemas.of(dialect), true)
                .compile(operation, selection)
                .dataPoints();
    }
}
