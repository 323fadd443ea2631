/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaModelTest {
    private static final String DIRECTIVES =
            """
            directive @documented on OBJECT | FIELD_DEFINITION
            directive @live on OBJECT | FIELD_DEFINITION
            directive @property(name: String!) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
            """;

    @Test
    void outputBecomesRecordWithEmptyListsThatIgnoresUnknownFields() {
        String source = source("Page", "type Page { total: Int! hasMore: Boolean! items: [String!] }");

        assertThat(source)
                .contains("@JsonIgnoreProperties(ignoreUnknown = true)\npublic record Page(")
                .contains("        Boolean hasMore,\n        List<String> items) {\n")
                .contains("items = Lists.orEmpty(items);")
                .doesNotContain("Builder");
    }

    @Test
    void everyFileSaysThatItIsGeneratedAndUnderWhichLicence() {
        String source = source("Page", "type Page { at: ZonedDateTime items: [String!] } scalar ZonedDateTime");

        assertThat(source)
                .startsWith("/*\n * Licensed under the Apache License, Version 2.0")
                .contains("Generated from schema.graphqls by camel-leadiq-codegen. Do not edit")
                .contains("package io.github.camelleadiq.model;");
        assertThat(source.lines().filter(line -> line.startsWith("import ")))
                .isNotEmpty()
                .isSorted();
    }

    @Test
    void commentsSayWhereThingsExistAndCannotBreakOut() {
        String source = source(
                "Page",
                """
                "Pages & <b>more</b> */ class Evil {}"
                type Page @documented @live {
                  "How many."
                  total: Int @documented @deprecated(reason: "use size")
                  size: Int @live
                }
                """);

        assertThat(source)
                .contains(
                        " * Pages &amp; &lt;b&gt;more&lt;/b&gt; *&#47; class Evil {}\n *\n * <p>Documented and live.\n")
                .contains("@param total How many. Documented only. Deprecated by LeadIQ: use size.")
                .contains("@param size Live only.");
    }

    @Test
    void inputBecomesRecordWithBuilderWhereNullIsAbsent() {
        String source =
                source("Search", "input Search { name: String! ids: [ID!] at: ZonedDateTime } scalar ZonedDateTime");

        assertThat(source)
                .contains("@JsonInclude(JsonInclude.Include.NON_NULL)\npublic record Search(")
                .contains("ids = Lists.orNull(ids);")
                .contains("@JsonSerialize(using = IsoTextSerializer.class)")
                .contains("public static Builder builder()", "public Builder toBuilder()", "public Search build()")
                .contains("/** Required. ")
                .contains("public Builder ids(Collection<String> ids)", "public Builder ids(String... ids)")
                .doesNotContain("ignoreUnknown");
    }

    @Test
    void listsOfScalarsConvertTheirContent() {
        assertThat(source("Page", "type Page { counts: [Long!] } scalar Long"))
                .contains("@JsonDeserialize(contentUsing = ExactLongDeserializer.class)\n        List<Long> counts");
    }

    @Test
    void otherNameIsReadIntoTheSameProperty() {
        String source = source("Person", "type Person { id: ID! _id: ID! @live @property(name: \"id\") name: String }");

        assertThat(source)
                .contains("public record Person(\n        String id,\n        String name) {")
                .contains("@JsonProperty(\"id\") String id,\n            @JsonProperty(\"_id\") String _id,")
                .contains("id != null ? id : _id,")
                .contains("Also read from {@code _id} (live only).");
    }

    @Test
    void otherNameNeedsAPropertyOfTheSameType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("Person", "type Person { _id: ID @property(name: \"id\") name: String }"))
                .withMessage("Person._id: @property names id, which Person does not have");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("Person", "type Person { id: ID no: Int @property(name: \"id\") }"))
                .withMessageContaining("Person.id and no");
    }

    @Test
    void enumKeepsUnknownValues() {
        assertThat(source("Status", "enum Status { \"Sure.\" VerifiedLikely B2B }"))
                .contains("public record Status(String value) {")
                .contains("/** Sure. ")
                .contains("public static final Status VERIFIED_LIKELY = new Status(\"VerifiedLikely\");")
                .contains("public static final Status B2B = new Status(\"B2B\");")
                .contains(
                        "@JsonCreator(mode = JsonCreator.Mode.DELEGATING)\n    public static Status of(String value)");
    }

    @Test
    void enumValuesMustNotShareAConstant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("Status", "enum Status { WorkEmail WORK_EMAIL }"))
                .withMessage("Status would have the constant WORK_EMAIL twice");
    }

    @Test
    void unionBecomesSealedInterfaceWithARecordForTheUnknown() {
        Map<String, String> sources =
                sources("union Email = Value | Hidden type Value { v: String } type Hidden { r: String }");

        assertThat(sources).containsOnlyKeys("Email.java", "Hidden.java", "UnknownEmail.java", "Value.java");
        assertThat(sources.get("Email.java"))
                .contains("public sealed interface Email\n        permits Hidden, Value, UnknownEmail {")
                .contains("Map.entry(\"Hidden\", Hidden.class)");
        assertThat(sources.get("Value.java")).contains("implements Email {").contains("return \"Value\";");
        assertThat(sources.get("UnknownEmail.java")).contains("implements Email {");
    }

    @Test
    void interfaceBecomesSealedInterfaceWithItsFields() {
        Map<String, String> sources = sources(
                "interface Plan { name: String } type Api implements Plan { name: String } type Other { a: ID }");

        assertThat(sources.get("Plan.java"))
                .contains("permits Api, UnknownPlan {")
                .contains("String name();");
        assertThat(sources.get("UnknownPlan.java")).contains("return RawFields.text(fields, \"name\");");
        assertThat(sources.get("Other.java")).doesNotContain("typename");
    }

    @Test
    void typeNamedLikeAJavaTypeIsReferredToByItsNewName() {
        Map<String, String> sources = sources("type List { lists: [List!] class: String }");

        assertThat(sources).containsOnlyKeys("LeadIQList.java");
        assertThat(sources.get("LeadIQList.java"))
                .contains("List<LeadIQList> lists")
                .contains("@JsonProperty(\"class\")\n        String class_");
    }

    @Test
    void typesMustNotShareAFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources("type List { a: ID } type LeadIQList { a: ID }"))
                .withMessage("Two types of the schema would become LeadIQList.java");
    }

    @Test
    void operationsAreLeftOut() {
        assertThat(sources("type Query { page: Page } type Mutation { page: Page } type Page { a: ID }"))
                .containsOnlyKeys("Page.java");
    }

    @Test
    void outputDoesNotDependOnTheOrderOfTypes() {
        assertThat(sources("union U = A | B type A { x: ID } type B { x: ID }"))
                .isEqualTo(sources("type B { x: ID } type A { x: ID } union U = B | A"));
    }

    private static String source(String type, String schema) {
        return sources(schema).get(type + ".java");
    }

    private static Map<String, String> sources(String schema) {
        return JavaModel.of(SchemaReader.read(DIRECTIVES + schema));
    }
}
