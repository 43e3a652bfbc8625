# What the commands here share: finding a JDK 25 and Maven, and building what has changed. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

refuse() { printf '%s\n' "$*" >&2; exit 1; }

# Sets JAVA_HOME to a JDK 25 or later, wherever Debian or its owner put it.
find_java() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none)")")")"; do
    [ -x "$home/bin/javac" ] || continue
    case "$("$home/bin/javac" -version 2>&1 | grep '^javac ')" in "javac 2"[5-9]*|"javac "[3-9][0-9]*) export JAVA_HOME=$home; return;; esac
  done
  refuse "LocalGov IMS needs a JDK 25: install one (for example Temurin 25) and set JAVA_HOME to it."
}

# Installs Debian packages whose commands are missing: install hledger:hledger chromium:chromium
install() {
  local wanted missing=()
  for wanted in "$@"; do command -v "${wanted#*:}" >/dev/null || missing+=("${wanted%%:*}"); done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || refuse "Please install ${missing[*]} and try again."
  local as=(); [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && as=(sudo -n); }
  echo "Installing ${missing[*]}" >&2
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null 2>&1 \
    || { "${as[@]}" apt-get -qq update >/dev/null 2>&1 && "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null 2>&1; } \
    || refuse "Could not install ${missing[*]}: please install it with apt-get and try again."
}

maven() {
  install maven:mvn
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn -B -ntp -f "$root/pom.xml" "$@"
}

# Builds the application when a source is newer than it, and lays it out in files, which starts faster than one big jar.
build_app() {
  local jar=$root/app/target/ims/app.jar
  if [ ! -f "$jar" ] || [ -n "$(find "$root/pom.xml" "$root/app/pom.xml" "$root/formats/pom.xml" "$root/app/src/main" "$root/formats/src/main" -newer "$jar" -print -quit)" ]; then
    echo "Building LocalGov IMS (a few minutes the first time)" >&2
    maven -q -Dquick -DskipTests -pl app -am package >&2 || refuse "The build failed: see above."
    rm -rf "$root/app/target/ims"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root"/app/target/app-*-run.jar extract --destination "$root/app/target/ims" >/dev/null \
      || refuse "The application could not be laid out in app/target/ims."
    mv "$root"/app/target/ims/app-*-run.jar "$jar"
    touch "$jar"
  fi
  IMS_JAR=$jar
}
