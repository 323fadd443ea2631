#!/usr/bin/env bash
# Camel 4.14.1 forgets a fallback type converter for a pair of classes once it has thrown for one value of that pair in
# tryConvertTo. Camel 4.18.2 does not.
#
# Guess before: that one text cannot be converted says nothing about the next text.
# Seen with 4.14.1: after tryConvertTo(Temperature.class, "warm") even mandatoryConvertTo(Temperature.class, "4") fails with
# NoTypeConversionAvailableException, for the rest of the context's life. With 4.18.2 it is converted. A converter that is
# registered for the pair of classes, and not as a fallback, is not affected on either.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat >"$dir/Conversions.java" <<'JAVA'
import org.apache.camel.*;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.TypeConverterSupport;

public class Conversions {
    record Temperature(int value) {}

    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getTypeConverterRegistry().addFallbackTypeConverter(new TypeConverterSupport() {
                @Override
                public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
                    if (type != Temperature.class) {
                        return null;
                    }
                    try {
                        return type.cast(new Temperature(Integer.parseInt(value.toString())));
                    } catch (NumberFormatException e) {
                        throw new TypeConversionException(value, type, e);
                    }
                }
            }, false);
            context.start();
            TypeConverter converter = context.getTypeConverter();
            converter.tryConvertTo(Temperature.class, "warm");
            try {
                System.out.println(converter.mandatoryConvertTo(Temperature.class, "4"));
            } catch (NoTypeConversionAvailableException e) {
                System.out.println(e.getClass().getSimpleName());
            }
        }
    }
}
JAVA

status=0
expect() {
  cat >"$dir/pom.xml" <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.camel</groupId><artifactId>camel-core</artifactId><version>$1</version></dependency>
  </dependencies>
</project>
XML
  mvn -q -B -f "$dir/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$dir/$1" >/dev/null
  local found
  found=$(java -cp "$dir/$1/*" "$dir/Conversions.java" 2>/dev/null)
  echo "Camel $1: $found (expected $2)"
  [[ $found == "$2" ]] || status=1
}

expect 4.14.1 NoTypeConversionAvailableException
expect 4.18.2 "Temperature[value=4]"
exit $status
