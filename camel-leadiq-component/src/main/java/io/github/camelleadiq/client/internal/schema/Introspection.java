/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.schema;

/** What a server is asked about its schema: names and types only, no descriptions. */
public final class Introspection {

    public static final String OPERATION_NAME = "LeadIQIntrospection";

    public static final String DOCUMENT =
            """
            query LeadIQIntrospection {
              __schema {
                queryType { name }
                mutationType { name }
                types {
                  kind
                  name
                  fields(includeDeprecated: true) { name args { ...Input } type { ...Type } isDeprecated }
                  inputFields { ...Input }
                  interfaces { ...Type }
                  enumValues(includeDeprecated: true) { name isDeprecated }
                  possibleTypes { ...Type }
                }
                directives { name locations args { ...Input } }
              }
            }
            fragment Input on __InputValue { name type { ...Type } defaultValue }
            fragment Type on __Type {
              kind
              name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
            }
            """;

    private Introspection() {}
}
