#!/usr/bin/env bash
# Makes target/baseline.jar: the build of an earlier commit with what is measured (subject and peer) compiled against it.
# Words of the command line go to Maven. Does nothing while the jar is newer than its sources.
set -euo pipefail

readonly COMMIT=7b30596
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$here/target/baseline.jar
packages=src/main/java/io/github/camelleadiq/benchmarks

if [[ -e $jar && -z $(find "$here/$packages/subject" "$here/$packages/peer" "$here/baseline.sh" -newer "$jar" -print -quit) ]]; then
  exit 0
fi
if ! git -C "$here" cat-file -e "$COMMIT^{commit}" 2>/dev/null; then
  echo "This clone has no commit $COMMIT: git fetch --unshallow brings it" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git -C "$(git -C "$here" rev-parse --show-toplevel)" archive "$COMMIT" | tar -x -C "$work"
rm -r "$work/benchmarks/src/main/java"
mkdir -p "$work/benchmarks/$packages"
cp -r "$here/$packages/subject" "$here/$packages/peer" "$work/benchmarks/$packages/"
(cd "$work" && mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true "$@" package -pl benchmarks -am) >&2
mkdir -p "$here/target"
cp "$work/benchmarks/target/benchmarks.jar" "$jar"
