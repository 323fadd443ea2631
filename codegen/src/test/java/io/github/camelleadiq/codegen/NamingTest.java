/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    @ParameterizedTest
    @CsvSource({
        "WorkEmail, WORK_EMAIL",
        "EmailBounceCode513, EMAIL_BOUNCE_CODE_513",
        "WorkHQ, WORK_HQ",
        "LLMToken, LLM_TOKEN",
        "AIChat, AI_CHAT",
        "ECommerce, E_COMMERCE",
        "B2B, B2B",
        "ISP, ISP",
        "SAAS, SAAS",
        "VP, VP",
        "Other, OTHER",
    })
    void enumValuesBecomeConstants(String value, String constant) {
        assertThat(Naming.constant(value)).isEqualTo(constant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"List", "Map", "Record", "Override", "Process", "Builder"})
    void typesDoNotHideTypesOfJava(String name) {
        assertThat(Naming.type(name)).isEqualTo("LeadIQ" + name);
    }

    @Test
    void otherTypesKeepTheirName() {
        assertThat(Naming.type("NAICSCode")).isEqualTo("NAICSCode");
    }

    @ParameterizedTest
    @CsvSource({"class, class_", "hashCode, hashCode_", "function, function", "isTimeout, isTimeout"})
    void membersAreNamesThatJavaAccepts(String name, String expected) {
        assertThat(Naming.member(name)).isEqualTo(expected);
    }
}
