/**
 * The data of LeadIQ's API as Java types, generated from {@code schema.graphqls}: results and inputs are records, an
 * enumeration is a value type that keeps texts it does not know, a union is a sealed interface.
 *
 * <p>A plain {@code new ObjectMapper()} reads and writes every type. In results a member that was not selected is null,
 * or an empty list, and unknown members are ignored. In inputs null means absent, and an unknown member is an error.
 * Each type and member says whether LeadIQ's reference documents it, whether the live API has it, or both.
 */
package io.github.camelleadiq.model;
