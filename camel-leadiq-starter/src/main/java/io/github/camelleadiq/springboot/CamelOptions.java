/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.springboot;

import io.github.camelleadiq.client.internal.schema.NearestName;
import java.beans.PropertyDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What stands in the environment below a prefix, set on an object of Camel's. Names are found in all the ways in which
 * Spring writes them. Values are written as in any other place of Camel, with {@code #bean:} and <code>{{}}</code>. The
 * classes say which options there are, so none is repeated here.
 */
final class CamelOptions {

    /** The starter's own, which every Camel component has. */
    private static final Set<String> SWITCHES = Set.of("enabled", "customizerenabled");

    /** Replaces the object that most others are written to. */
    private static final String FIRST = "configuration";

    private final Environment environment;
    private final String prefix;
    private final Map<String, PropertyDescriptor> options = new TreeMap<>();

    CamelOptions(Environment environment, String prefix, Class<?>... owners) {
        this.environment = environment;
        this.prefix = prefix;
        Stream.of(owners)
                .flatMap(owner -> Stream.of(BeanUtils.getPropertyDescriptors(owner)))
                .filter(option -> option.getWriteMethod() != null)
                .filter(option -> option.getPropertyType() != CamelContext.class)
                .forEach(option -> options.put(plain(option.getName()), option));
    }

    /** The options as they are named in Java. */
    List<String> names() {
        return options.values().stream().map(PropertyDescriptor::getName).toList();
    }

    /**
     * Sets what is given.
     *
     * @param configurer of the target; null for none
     * @throws IllegalArgumentException when an option is not there
     * @throws org.apache.camel.PropertyBindingException when a value makes no sense
     */
    void applyTo(CamelContext context, Object target, PropertyConfigurer configurer) {
        Map<String, Object> values = given();
        Object first = values.remove(FIRST);
        if (first != null) {
            set(context, target, configurer, Map.of(FIRST, first));
        }
        set(context, target, configurer, values);
    }

    /** As Camel's main does. The helper of Camel's own starters does not say why a value is wrong. */
    private static void set(
            CamelContext context, Object target, PropertyConfigurer configurer, Map<String, Object> values) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(target)
                .withConfigurer(configurer)
                .withProperties(values)
                .withRemoveParameters(false)
                .withIgnoreCase(true)
                .withMandatory(true)
                .bind();
    }

    private Map<String, Object> given() {
        Binder binder = Binder.get(environment);
        Map<String, Object> values = new LinkedHashMap<>();
        binder.bind(prefix, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((key, value) -> {
                    if (!SWITCHES.contains(plain(key))) {
                        add(binder, values, key, value);
                    }
                });
        return values;
    }

    /** The first of several ways to write a name wins: Spring gives them in the order of its sources. */
    private void add(Binder binder, Map<String, Object> values, String key, String value) {
        PropertyDescriptor option = options.get(plain(key));
        if (option != null) {
            values.putIfAbsent(option.getName(), value);
            return;
        }
        String head = StringHelper.beforeLast(key, ".", key);
        PropertyDescriptor list = options.get(plain(head));
        PropertyDescriptor map = options.get(plain(StringHelper.before(key, ".", key)));
        if (list != null && list.getPropertyType() == String.class && key.matches(".+\\.\\d+")) {
            // a list in YAML; read as a whole, because of several lists only the first counts
            List<String> all = binder.bind(prefix + "." + dashed(list), Bindable.listOf(String.class))
                    .get();
            values.putIfAbsent(list.getName(), String.join(",", all));
        } else if (map != null && Map.class.isAssignableFrom(map.getPropertyType())) {
            values.putIfAbsent(map.getName() + "[" + StringHelper.after(key, ".") + "]", value);
        } else {
            // a mistyped budget must not be no budget
            throw new IllegalArgumentException(prefix + "." + key + " is not an option" + hint(key));
        }
    }

    private String hint(String name) {
        return NearestName.of(plain(name), options.keySet())
                .map(near -> "; did you mean " + dashed(options.get(near)) + "?")
                .orElse("");
    }

    private static String dashed(PropertyDescriptor option) {
        return StringHelper.camelCaseToDash(option.getName());
    }

    /** One word for all ways to write a name: with dashes, with capitals, or in parts, as the environment gives it. */
    private static String plain(String name) {
        return name.replaceAll("[-._]", "").toLowerCase(Locale.ROOT);
    }
}
