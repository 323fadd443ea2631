/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a line of code may know. */
@ArchTag("any-platform")
@AnalyzeClasses(
        packages = "io.github.camelleadiq",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyThisModule.class})
class ArchitectureTest {

    /** The class path of the tests has tools of ours as well. */
    static final class OnlyThisModule implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("camel-leadiq-component");
        }
    }

    private static final String ROOT = "io.github.camelleadiq";
    private static final String MODEL = "io.github.camelleadiq.model..";
    private static final String CLIENT = "io.github.camelleadiq.client..";

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NOTHING_OF_OURS = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAPackage(MODEL)));

    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_NOTHING_OF_CAMEL = noClasses()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.camel..", ROOT));

    @ArchTest
    static final ArchRule THE_COMPONENT_KNOWS_CLIENT_AND_MODEL = classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(ROOT, CLIENT, MODEL)));

    /** What can stand in the chain of handlers; LeadIQClient puts it together. */
    private static final String[] LINKS = {"batch", "cache", "credit", "ratelimit"};

    @ArchTest
    static final ArchRule LINKS_OF_THE_CHAIN_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "io.github.camelleadiq.client.internal.(" + String.join("|", LINKS) + ")..")
            .should()
            .notDependOnEachOther();
}
