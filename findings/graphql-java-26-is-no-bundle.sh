#!/usr/bin/env bash
# graphql-java up to 25.1 is an OSGi bundle; 26.0 has no OSGi headers any more.
#
# Guess before: a major version keeps the manifest, so a feature for Karaf that names the jar goes on working.
# Seen with 24.3, 25.0, 25.1: Bundle-SymbolicName is there. With 26.0: the manifest has two lines. Karaf 4.4.10 then refuses
# the jar with "Unsupported 'Bundle-ManifestVersion' value: 1", which does not say that there are no headers. Its companion
# java-dataloader 6.0.0 is still a bundle.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

headers() {
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="com.graphql-java:$1:$2" -DoutputDirectory="$dir" >/dev/null
  unzip -p "$dir/$1-$2.jar" META-INF/MANIFEST.MF | grep -c '^Bundle-SymbolicName' || true
}

status=0
expect() {
  local found
  found=$(headers "$1" "$2")
  echo "$1 $2: $found (expected $3)"
  [[ $found == "$3" ]] || status=1
}

expect graphql-java 24.3 1
expect graphql-java 25.1 1
expect graphql-java 26.0 0
expect java-dataloader 6.0.0 1
exit $status
