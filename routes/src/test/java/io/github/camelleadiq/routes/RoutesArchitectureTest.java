/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelleadiq.client.DataPoint;

/** What a line of code of the routes may know. */
@ArchTag("any-platform")
@AnalyzeClasses(packages = "io.github.camelleadiq.routes", importOptions = ImportOption.DoNotIncludeTests.class)
class RoutesArchitectureTest {
    private static final String CORE = "io.github.camelleadiq.routes.core..";
    private static final String PROFILE = "io.github.camelleadiq.routes.core.profile..";

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_THE_MODEL_AND_A_FEW_LIBRARIES = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            CORE,
                            "io.github.camelleadiq.model",
                            "java..",
                            "org.apache.commons.text.similarity..",
                            "com.google.i18n.phonenumbers..",
                            // the Public Suffix List, and nothing of HTTP
                            "org.apache.hc.client5.http.psl",
                            "org.snakeyaml.engine..")
                    // one list of what LeadIQ bills
                    .or(equivalentTo(DataPoint.class)));

    @ArchTest
    static final ArchRule THE_CORE_TALKS_TO_NOTHING = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net.http..", "java.util.concurrent.."));

    @ArchTest
    static final ArchRule ONLY_PROFILES_KNOW_YAML = noClasses()
            .that()
            .resideOutsideOfPackage(PROFILE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.snakeyaml.engine.."));
}
