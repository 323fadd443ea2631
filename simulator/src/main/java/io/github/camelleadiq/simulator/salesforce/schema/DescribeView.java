/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.simulator.salesforce.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What describe answers. */
public final class DescribeView {
    private static final String COUNTRY_CODE = ".CountryCode";

    private DescribeView() {}

    /** One entry of the list of objects. */
    public static Map<String, Object> brief(ObjectDef object, String base) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", object.name());
        view.put("label", object.name());
        view.put("labelPlural", object.name() + "s");
        view.put("keyPrefix", object.keyPrefix());
        view.put("custom", false);
        for (String able : List.of(
                "createable", "updateable", "deletable", "queryable", "retrieveable", "searchable", "undeletable")) {
            view.put(able, true);
        }
        view.put(
                "urls",
                Map.of(
                        "sobject", base + "/sobjects/" + object.name(),
                        "describe", base + "/sobjects/" + object.name() + "/describe",
                        "rowTemplate", base + "/sobjects/" + object.name() + "/{ID}"));
        return view;
    }

    /** All about one object. */
    public static Map<String, Object> full(ObjectDef object, String base) {
        Map<String, Object> view = brief(object, base);
        view.put("fields", object.fields().stream().map(DescribeView::field).toList());
        view.put("childRelationships", List.of());
        view.put("recordTypeInfos", List.of());
        return view;
    }

    private static Map<String, Object> field(FieldDef field) {
        boolean text = field.type().isText();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", field.name());
        view.put("label", field.name().replace("__c", "").replace('_', ' '));
        view.put("type", field.type().apiName());
        view.put("soapType", field.type().soapType());
        view.put("length", field.length());
        view.put("byteLength", text ? 3 * field.length() : 0);
        view.put("precision", field.type().isNumber() ? 18 : 0);
        view.put("scale", 0);
        view.put("digits", 0);
        view.put("nillable", field.nillable());
        view.put("createable", field.writable());
        view.put("updateable", field.writable());
        view.put("calculated", field.formula() != null && field.isCustom());
        view.put("custom", field.isCustom());
        view.put("defaultedOnCreate", field.initial() != null);
        view.put(
                "restrictedPicklist",
                field.restricted() || isStateCode(field) || field.eventPath().endsWith(COUNTRY_CODE));
        view.put("filterable", field.isFilterable());
        view.put("sortable", field.type() != FieldType.ADDRESS);
        view.put("groupable", field.type() != FieldType.TEXTAREA && field.type() != FieldType.ADDRESS);
        view.put("unique", false);
        view.put("externalId", false);
        view.put("nameField", field.name().equals("Name"));
        view.put("relationshipName", field.relation());
        view.put("referenceTo", field.target() == null ? List.of() : List.of(field.target()));
        view.put("compoundFieldName", compound(field));
        view.put("dependentPicklist", isStateCode(field));
        view.put("controllerName", isStateCode(field) ? field.name().replace("StateCode", "CountryCode") : null);
        view.put("picklistValues", choices(field));
        return view;
    }

    /** The labels of states and countries, and which go together, are the same in all addresses. */
    private static List<Map<String, Object>> choices(FieldDef field) {
        if (isStateCode(field)) {
            return AddressPicklists.states().stream()
                    .map(state -> choice(state.code(), state.label(), AddressPicklists.validFor(state)))
                    .toList();
        }
        if (field.eventPath().endsWith(COUNTRY_CODE)) {
            return AddressPicklists.countries().stream()
                    .map(country -> choice(country.code(), country.label(), null))
                    .toList();
        }
        return field.picklist().stream()
                .map(value -> choice(value, field.labels().getOrDefault(value, value), null))
                .toList();
    }

    private static boolean isStateCode(FieldDef field) {
        return field.eventPath().endsWith(".StateCode");
    }

    private static String compound(FieldDef field) {
        int dot = field.eventPath().indexOf('.');
        return dot < 0 ? null : field.eventPath().substring(0, dot);
    }

    private static Map<String, Object> choice(String value, String label, String validFor) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("active", true);
        view.put("defaultValue", false);
        view.put("label", label);
        view.put("validFor", validFor);
        view.put("value", value);
        return view;
    }
}
