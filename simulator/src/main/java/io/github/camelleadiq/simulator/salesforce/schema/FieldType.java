/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import java.util.Locale;

/** The types of fields that the simulated org has. */
public enum FieldType {
    ID("tns:ID"),
    STRING("xsd:string"),
    TEXTAREA("xsd:string"),
    EMAIL("xsd:string"),
    PHONE("xsd:string"),
    URL("xsd:string"),
    PICKLIST("xsd:string"),
    MULTIPICKLIST("xsd:string"),
    REFERENCE("tns:ID"),
    BOOLEAN("xsd:boolean"),
    INT("xsd:int"),
    DOUBLE("xsd:double"),
    CURRENCY("xsd:double"),
    DATE("xsd:date"),
    DATETIME("xsd:dateTime"),
    /** An address as a whole, read only; its parts are fields of their own. */
    ADDRESS("urn:address");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    /** As describe calls it. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String soapType() {
        return soapType;
    }

    /** Kept as a string. */
    public boolean isText() {
        return soapType.equals("xsd:string") || isId();
    }

    public boolean isId() {
        return soapType.equals("tns:ID");
    }

    public boolean isNumber() {
        return this == INT || this == DOUBLE || this == CURRENCY;
    }
}
